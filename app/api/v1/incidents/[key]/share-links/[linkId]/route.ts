import { revokeShareLinkContract } from "@/features/incidents/share/api";
import { revokeShareLink } from "@/features/incidents/share/commands";
import { endpoint } from "@/lib/http/endpoint";

export const DELETE = endpoint(revokeShareLinkContract, revokeShareLink);
