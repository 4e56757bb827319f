import { searchRunbooksContract } from "@/features/runbooks/api";
import { findInRunbooks } from "@/features/runbooks/reading/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(searchRunbooksContract, findInRunbooks);
