import { listReviewsContract, requestReviewContract } from "@/features/runbooks/reviewing/api";
import { requestReview } from "@/features/runbooks/reviewing/commands";
import { listReviews } from "@/features/runbooks/reviewing/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listReviewsContract, listReviews);
export const POST = endpoint(requestReviewContract, requestReview);
