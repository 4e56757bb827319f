import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { portalZone } from "@/lib/time-zone";
import { addDays, dayIn } from "../day";
import { ownKeys } from "../owners/queries";
import { worklistPolicy } from "../policy";
import { itemOf } from "../queries";
import { type DismissItem, longestSnooze, type ReopenItem, type SnoozeItem, type WorklistItem } from "../schema";

type Decided = {
  snoozedUntil?: string | null;
  snoozedBy?: string | null;
  dismissedAt?: Date | null;
  dismissedBy?: string | null;
  dismissReason?: string | null;
};
const awake = { snoozedUntil: null, snoozedBy: null };
const undismissed = { dismissedAt: null, dismissedBy: null, dismissReason: null };

/**
 * Puts an item off until a day, for everybody; it is back by itself that day.
 * @throws `not_found`; `stale_version` with the `current` item when it is another by now; `validation_failed` for a day that is
 *   not ahead, or more than a year away
 */
export async function snoozeItem(ctx: Ctx, input: SnoozeItem): Promise<WorklistItem> {
  authorize(worklistPolicy, "decide", ctx.actor, null);
  const today = dayIn(portalZone(), ctx.now());
  if (input.until <= today || input.until > addDays(today, longestSnooze)) {
    throw new AppError("validation_failed", {
      issues: [{ path: "until", code: "custom", message: "a day of the next year" }],
    });
  }
  const change = { snoozedUntil: input.until, snoozedBy: ctx.actor.name, ...undismissed };
  return decide(ctx, input, change, { action: "worklist.snoozed", until: input.until });
}

/**
 * Takes an item off the list with a reason, until the thing itself changes.
 * @throws `not_found`; `stale_version` with the `current` item
 */
export async function dismissItem(ctx: Ctx, input: DismissItem): Promise<WorklistItem> {
  const { reason } = input;
  const change = { dismissedAt: ctx.now(), dismissedBy: ctx.actor.name, dismissReason: reason, ...awake };
  return decide(ctx, input, change, { action: "worklist.dismissed", reason });
}

/** Puts an item back on the list. @throws `not_found` */
export async function reopenItem(ctx: Ctx, input: ReopenItem): Promise<WorklistItem> {
  return decide(ctx, input, { ...awake, ...undismissed }, { action: "worklist.reopened" });
}

type Told = { action: `worklist.${string}`; until?: string; reason?: string };

async function decide(
  ctx: Ctx,
  { itemId, fingerprint }: { itemId: string; fingerprint?: string },
  change: Decided,
  { action, ...told }: Told,
): Promise<WorklistItem> {
  authorize(worklistPolicy, "decide", ctx.actor, null);
  return transaction(ctx.db, async (tx) => {
    const row = await lockItem(tx, itemId);
    const own = await ownKeys(tx, ctx.actor);
    if (fingerprint !== undefined && fingerprint !== row.fingerprint) {
      throw new AppError("stale_version", { current: itemOf(row, own) });
    }
    const changed = await tx.finding.update({ where: { id: itemId }, data: change });
    const data = { kind: row.kind, runbook: row.runbook, title: row.title, ...told };
    await audit(tx, ctx, { action, subject: `finding:${itemId}`, data });
    return itemOf(changed, own);
  });
}

async function lockItem(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM finding WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.finding.findUnique({ where: { id } });
  if (!row) throw new AppError("not_found", { itemId: id });
  return row;
}
