import { decideReviewContract } from "@/features/runbooks/reviewing/api";
import { decideReview } from "@/features/runbooks/reviewing/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(decideReviewContract, decideReview);
