import { extendLimitContract } from "@/features/runs/limits/api";
import { extendLimit } from "@/features/runs/limits/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(extendLimitContract, extendLimit);
