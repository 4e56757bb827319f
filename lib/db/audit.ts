import type { Ctx } from "@/lib/context";
import { redact } from "@/lib/log";
import type { Tx } from "./client";
import type { Prisma } from "./generated/client";

/** What was done (`person.role_changed`), to what (`person:<id>`), and the particulars; secrets are masked. */
export type Audited = { action: `${string}.${string}`; subject: `${string}:${string}`; data?: Record<string, unknown> };

/** Writes down who did what, in the transaction that does it. For what has no timeline of its own. */
export async function audit(
  tx: Tx,
  ctx: Pick<Ctx, "actor" | "now" | "source">,
  { action, subject, data = {} }: Audited,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      at: ctx.now(),
      actorId: ctx.actor.kind === "person" ? ctx.actor.id : null,
      actorName: ctx.actor.name,
      source: ctx.source,
      action,
      subject,
      data: redact(data) as Prisma.InputJsonObject,
    },
  });
}
