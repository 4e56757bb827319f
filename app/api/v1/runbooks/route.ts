import { listedRunbooks } from "@/features/runbooks/reading/queries";
import { localeOf, requestContext } from "@/lib/http/endpoint";
import { isKnown } from "@/lib/http/entity-tag";
import { asAppError, problem } from "@/lib/http/problem";

/** Every runbook that can be read. Unchanged, it is answered with 304 (RFC 9110, 15.4.5). */
export async function GET(request: Request): Promise<Response> {
  const service = new URL(request.url).searchParams.get("service") ?? undefined;
  try {
    const { json, etag } = await listedRunbooks(await requestContext(request), service);
    const headers = { etag, "cache-control": "private, no-cache" };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(json, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
