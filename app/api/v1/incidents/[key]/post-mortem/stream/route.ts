import { postMortemStreamContract } from "@/features/records/post-mortem/api";
import { postMortemToFollow, streamPostMortem } from "@/features/records/post-mortem/stream/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { eventStreamResponse } from "@/lib/realtime/event-stream";
import { closeWhenRevoked } from "@/lib/realtime/revocation";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const { incidentId } = await postMortemToFollow(ctx, parse(postMortemStreamContract.input, await params));
    return eventStreamResponse(request, async (stream) => {
      closeWhenRevoked(request, stream);
      await streamPostMortem(ctx, incidentId, stream);
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
