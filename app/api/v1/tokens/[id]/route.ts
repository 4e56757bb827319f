import { revokeTokenContract } from "@/features/identity/api";
import { revokeToken } from "@/features/identity/tokens/commands";
import { endpoint } from "@/lib/http/endpoint";

export const DELETE = endpoint(revokeTokenContract, revokeToken);
