import { runStreamContract } from "@/features/runs/api";
import { checkFollow, streamRun } from "@/features/runs/stream/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { eventStreamResponse } from "@/lib/realtime/event-stream";
import { closeWhenRevoked } from "@/lib/realtime/revocation";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ runId: string }> }): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const input = parse(runStreamContract.input, { ...asked, ...(await params) });
    await checkFollow(ctx, input);
    return eventStreamResponse(request, async (stream) => {
      closeWhenRevoked(request, stream);
      await streamRun(ctx, input, stream);
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
