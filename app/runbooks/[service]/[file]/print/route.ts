import { PrintInput } from "@/features/runbooks/export/api";
import { printRunbook } from "@/features/runbooks/export/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";

type Context = { params: Promise<{ service: string; file: string }> };

/** A runbook as a document for paper. It is no page of the portal's: nothing of the portal is on it, and its policy is its own. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const url = new URL(request.url);
  try {
    const { service, file } = await params;
    const { codes } = parse(PrintInput, Object.fromEntries(url.searchParams));
    const options = { codes, origin: url.origin };
    const { html, policy } = await printRunbook(await requestContext(request), `${service}/${file}`, options);
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "private, no-cache",
      },
    });
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.status !== 401) return problem(error, localeOf(request));
    const here = encodeURIComponent(url.pathname + url.search);
    return new Response(null, { status: 303, headers: { location: `/sign-in?callbackUrl=${here}` } });
  }
}
