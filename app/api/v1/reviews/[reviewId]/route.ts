import { readReviewContract } from "@/features/runbooks/reviewing/api";
import { getReview } from "@/features/runbooks/reviewing/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readReviewContract, getReview);
