import { searchRunbooksContract } from "@/features/runbooks/api";
import { findAnswer } from "@/features/runbooks/finding/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(searchRunbooksContract, findAnswer);
