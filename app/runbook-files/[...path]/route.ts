import { getRunbookFile } from "@/features/runbooks/files/queries";
import { localeOf, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  try {
    const { type, bytes } = await getRunbookFile(await requestContext(request), (await params).path);
    return new Response(new Uint8Array(bytes), {
      headers: { "content-type": type, "cache-control": "private, max-age=60" },
    });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
