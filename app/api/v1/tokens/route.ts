import { createTokenContract, listTokensContract } from "@/features/identity/api";
import { listTokens } from "@/features/identity/queries";
import { createToken } from "@/features/identity/tokens/commands";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listTokensContract, listTokens);
export const POST = endpoint(createTokenContract, createToken);
