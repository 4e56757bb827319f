import { incidentToFollow, streamIncident } from "@/features/incidents/stream/queries";
import { streamContract } from "@/features/incidents/timeline/api";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { eventStreamResponse } from "@/lib/realtime/event-stream";
import { closeWhenRevoked } from "@/lib/realtime/revocation";

export const dynamic = "force-dynamic";

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
