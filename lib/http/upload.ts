import type { z } from "zod";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import type { Contract } from "./contract";
import { localeOf, parse, requestContext } from "./endpoint";
import { asAppError, problem } from "./problem";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Binds a contract whose body is a file to the command that takes it, as `endpoint` does for JSON. The bytes are counted while
 * they come in: what is announced or sent beyond the limit is `file_too_large`, and no more of it is read.
 */
export function uploadEndpoint<In extends z.ZodType, Out extends z.ZodType>(
  contract: Contract<In, Out>,
  command: (ctx: Ctx, input: z.output<In>, body: AsyncIterable<Uint8Array>) => Promise<z.input<Out>>,
) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    try {
      const ctx = await requestContext(request);
      if (ctx.actor.kind === "nobody") throw new AppError("unauthenticated");
      const limit = contract.upload?.limit ?? 0;
      if (Number(request.headers.get("content-length") ?? 0) > limit) throw new AppError("file_too_large", { limit });
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const input = parse(contract.input, { ...query, ...(await params) });
      const output = contract.output.parse(await command(ctx, input, counted(request.body, limit)));
      const status = typeof contract.status === "number" ? contract.status : contract.status.of(output);
      return Response.json(output, { status, headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problem(asAppError(error), localeOf(request));
    }
  };
}

/** @throws `file_too_large` as soon as more than `limit` bytes have come in */
async function* counted(body: ReadableStream<Uint8Array> | null, limit: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new AppError("file_too_large", { limit });
    yield chunk;
  }
}
