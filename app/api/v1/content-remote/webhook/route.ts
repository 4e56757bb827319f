import { hearWebhook } from "@/features/runbooks/remote/webhook/commands";
import { clientAddress } from "@/lib/auth/client-address";
import { countedOpening } from "@/lib/auth/link-limits";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { localeOf } from "@/lib/http/endpoint";
import { openContext } from "@/lib/http/open-context";
import { asAppError, problem } from "@/lib/http/problem";

/** Largest call in bytes; hosts shorten the list of commits long before. */
const limit = 5_000_000;

/** The repository's host says that somebody pushed: known by its signature, not by a person or a token. */
export async function POST(request: Request): Promise<Response> {
  const ctx = openContext(request);
  const header = (name: string) => request.headers.get(name);
  try {
    const body = await bytesOf(request);
    const address = clientAddress(header, env().TRUSTED_PROXIES);
    const heard = await countedOpening(ctx.db, address, () => hearWebhook(ctx, { header, body }));
    if (!heard) throw new AppError("unauthenticated");
    return new Response(null, { status: 202 });
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new AppError("too_large", { limit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
