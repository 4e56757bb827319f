import { incidentMarkdownContract } from "@/features/records/api";
import { exportIncident } from "@/features/records/export/queries";
import { recordMarkdown } from "@/features/records/markdown/record-markdown";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";

type Context = { params: Promise<{ key: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const ctx = await requestContext(request);
    const { key } = parse(incidentMarkdownContract.input, await params);
    const document = recordMarkdown(await exportIncident(ctx, { key }), ctx.locale);
    const headers = {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `inline; filename="${key.toUpperCase().replace(/[^A-Z0-9-]/g, "")}.md"`,
      "cache-control": "no-store",
    };
    return new Response(document, { headers });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
