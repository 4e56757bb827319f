import { ownDraftFile } from "@/features/runbooks/drafts/files/queries";
import { getRunbookFile } from "@/features/runbooks/files/queries";
import { localeOf, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  try {
    const [ctx, { path }] = [await requestContext(request), await params];
    const beside = await getRunbookFile(ctx, path).catch(async (error: unknown) => {
      const own = asAppError(error).code === "not_found" ? await ownDraftFile(ctx, path) : null;
      if (own) return { ...own, draft: true };
      throw error;
    });
    const cache = "draft" in beside ? "private, no-store" : "private, max-age=60";
    return new Response(new Uint8Array(beside.bytes), {
      headers: { "content-type": beside.type, "cache-control": cache },
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
