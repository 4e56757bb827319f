import { Readable } from "node:stream";
import type { z } from "zod";
import type { Ctx } from "@/lib/context";
import type { Contract } from "./contract";
import { localeOf, parse, requestContext } from "./endpoint";
import { isKnown } from "./entity-tag";
import { asAppError, problem } from "./problem";

/** A file on its way out. */
export type Download = { stream: Readable; headers: Record<string, string>; etag: string };

/** Binds a contract whose answer is a file to the query that opens it; what the caller has already is answered with 304 (RFC 9110, 15.4.5). */
export function downloadEndpoint<In extends z.ZodType>(
  contract: Contract<In>,
  query: (ctx: Ctx, input: z.output<In>) => Promise<Download>,
) {
  return async (request: Request): Promise<Response> => {
    try {
      const input = parse(contract.input, Object.fromEntries(new URL(request.url).searchParams));
      const { stream, headers, etag } = await query(await requestContext(request), input);
      if (isKnown(request, etag)) {
        stream.destroy();
        return new Response(null, { status: 304, headers: { etag, "cache-control": headers["cache-control"] ?? "" } });
      }
      return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
    } catch (error) {
      return problem(asAppError(error), localeOf(request));
    }
  };
}
