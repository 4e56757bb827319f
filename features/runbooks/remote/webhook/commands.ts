import { isFromHost } from "@/lib/auth/webhook-signature";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { notify } from "@/lib/realtime/notify";

/** A call as it came; its signature is over the very bytes. */
type Call = { header: (name: string) => string | null; body: Uint8Array };

/**
 * Lets every instance look at the remote, because its host says that somebody pushed. Whoever knows the secret may ask,
 * nobody else; what the call says beyond that is not read, so a repeated or old one does no harm.
 * @returns null when it is not from the host, or there is no secret to know it by
 * @throws `database_unavailable`
 */
export async function hearWebhook(ctx: Ctx, { header, body }: Call): Promise<"heard" | null> {
  const { CONTENT_WEBHOOK_SECRET: secret } = env();
  if (!secret || !isFromHost(header, body, secret)) return null;
  await transaction(ctx.db, (tx) => notify(tx, "content", ctx.now().getTime()));
  return "heard";
}
