import { linkAnchorsContract } from "@/features/runbooks/authoring/api";
import { linkAnchors } from "@/features/runbooks/authoring/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(linkAnchorsContract, linkAnchors);
