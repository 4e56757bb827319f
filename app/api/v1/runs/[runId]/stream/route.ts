import { runStreamContract } from "@/features/runs/api";
import { getRun } from "@/features/runs/queries";
import { streamRun } from "@/features/runs/stream/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { eventStreamResponse } from "@/lib/realtime/event-stream";
import { closeWhenRevoked } from "@/lib/realtime/revocation";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ runId: string }> }): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const { runId } = parse(runStreamContract.input, await params);
    await getRun(ctx, { runId });
    return eventStreamResponse(request, async (stream) => {
      closeWhenRevoked(request, stream);
      await streamRun(ctx, runId, stream);
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
