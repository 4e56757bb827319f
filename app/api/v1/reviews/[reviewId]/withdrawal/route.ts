import { withdrawReviewContract } from "@/features/runbooks/reviewing/api";
import { withdrawReview } from "@/features/runbooks/reviewing/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(withdrawReviewContract, withdrawReview);
