import { reopenQueryContract } from "@/features/runbooks/search-counts/api";
import { reopenQuery } from "@/features/runbooks/search-counts/decide/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(reopenQueryContract, reopenQuery);
