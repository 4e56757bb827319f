import { listLinkChecksContract } from "@/features/runbooks/link-check/api";
import { listLinkChecks } from "@/features/runbooks/link-check/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listLinkChecksContract, listLinkChecks);
