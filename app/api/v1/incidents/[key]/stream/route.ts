import { incidentToFollow, streamIncident } from "@/features/incidents/stream/queries";
import { streamContract } from "@/features/incidents/timeline/api";
import { isViewer } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/request-actor";
import { isAppError } from "@/lib/errors/app-error";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { type EventStream, eventStreamResponse } from "@/lib/realtime/event-stream";

export const dynamic = "force-dynamic";

const recheckMs = 30_000;

export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const seen = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? "0";
    const { key, after = 0 } = parse(streamContract.input, { ...(await params), after: seen });
    const { id } = await incidentToFollow(ctx, key);
    return eventStreamResponse(request, async (stream) => {
      closeWhenRevoked(request, stream);
      await streamIncident(ctx, id, after, stream);
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}

/** A stream outlives its request's check: it ends soon after the session or token does. */
function closeWhenRevoked(request: Request, stream: EventStream): void {
  const recheck = setInterval(async () => {
    try {
      if (!isViewer(await actorOf(request))) stream.close();
    } catch (error) {
      // With the database away nobody can be checked, and nothing can be read either.
      if (isAppError(error) && error.status === 401) stream.close();
    }
  }, recheckMs);
  stream.signal.addEventListener("abort", () => clearInterval(recheck), { once: true });
}
