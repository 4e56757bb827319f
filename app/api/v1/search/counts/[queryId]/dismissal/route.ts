import { dismissQueryContract } from "@/features/runbooks/search-counts/api";
import { dismissQuery } from "@/features/runbooks/search-counts/decide/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(dismissQueryContract, dismissQuery);
