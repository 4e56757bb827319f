import { packedIndex } from "@/features/runbooks/search/queries";
import { localeOf, requestContext } from "@/lib/http/endpoint";
import { isKnown } from "@/lib/http/entity-tag";
import { asAppError, problem } from "@/lib/http/problem";

/**
 * The runbooks' sections for a browser to search while it has no network; of a large library, those of the runbooks that
 * `taken` names. Unchanged, it is answered with 304 (RFC 9110, 15.4.5).
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const { json, etag } = await packedIndex(
      await requestContext(request),
      new URL(request.url).searchParams.getAll("taken"),
    );
    const headers = { etag, "cache-control": "private, no-cache" };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(json, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
