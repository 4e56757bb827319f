import { listReviewersContract } from "@/features/runbooks/reviewing/api";
import { listReviewers } from "@/features/runbooks/reviewing/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listReviewersContract, listReviewers);
