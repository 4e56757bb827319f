import { listShareLinksContract, makeShareLinkContract } from "@/features/incidents/share/api";
import { makeShareLink } from "@/features/incidents/share/commands";
import { listShareLinks } from "@/features/incidents/share/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listShareLinksContract, listShareLinks);
export const POST = endpoint(makeShareLinkContract, makeShareLink);
