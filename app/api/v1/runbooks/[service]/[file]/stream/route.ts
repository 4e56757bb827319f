import { runbookStreamContract } from "@/features/incidents/presence/api";
import { admitEditor, meetOnRunbook } from "@/features/incidents/presence/runbook/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";
import { eventStreamResponse } from "@/lib/realtime/event-stream";
import { closeWhenRevoked } from "@/lib/realtime/revocation";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ service: string; file: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const { service, file } = parse(runbookStreamContract.input, await params);
    admitEditor(ctx);
    return eventStreamResponse(request, async (stream) => {
      closeWhenRevoked(request, stream);
      await meetOnRunbook(ctx, `${service}/${file}`, stream);
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
