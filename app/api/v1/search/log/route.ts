import { searchLogContract } from "@/features/runbooks/search/log/api";
import { findInLog } from "@/features/runbooks/search/log/queries";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(searchLogContract, findInLog);
