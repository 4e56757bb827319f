import { Readable } from "node:stream";
import { getAttachmentContract } from "@/features/incidents/attachments/api";
import { getAttachment } from "@/features/incidents/attachments/queries";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { isKnown } from "@/lib/http/entity-tag";
import { asAppError, problem } from "@/lib/http/problem";

export async function GET(request: Request, { params }: { params: Promise<{ attachmentId: string }> }) {
  try {
    const ctx = await requestContext(request);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const input = parse(getAttachmentContract.input, { ...query, ...(await params) });
    const { stream, headers, etag } = await getAttachment(ctx, input);
    if (isKnown(request, etag)) {
      stream.destroy();
      return new Response(null, { status: 304, headers: { etag, "cache-control": headers["cache-control"] ?? "" } });
    }
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}
