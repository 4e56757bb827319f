import { streamReviewContract } from "@/features/runbooks/reviewing/api";
import { reviewToFollow, streamReview } from "@/features/runbooks/reviewing/stream/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { eventStreamResponse } from "@/lib/realtime/event-stream";
import { closeWhenRevoked } from "@/lib/realtime/revocation";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ reviewId: string }> }): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const { id } = await reviewToFollow(ctx, parse(streamReviewContract.input, await params));
    return eventStreamResponse(request, async (stream) => {
      closeWhenRevoked(request, stream);
      await streamReview(id, stream);
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
