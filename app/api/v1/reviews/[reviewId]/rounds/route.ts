import { reviseReviewContract } from "@/features/runbooks/reviewing/api";
import { reviseReview } from "@/features/runbooks/reviewing/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(reviseReviewContract, reviseReview);
