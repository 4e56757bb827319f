import { publishReviewContract } from "@/features/runbooks/reviewing/api";
import { publishReview } from "@/features/runbooks/reviewing/publish/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(publishReviewContract, publishReview);
