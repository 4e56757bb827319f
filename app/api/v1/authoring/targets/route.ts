import { linkTargetsContract } from "@/features/runbooks/authoring/api";
import { linkTargets } from "@/features/runbooks/authoring/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(linkTargetsContract, linkTargets);
