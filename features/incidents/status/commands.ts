import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { nextUpdate } from "../cadence";
import { attachChecklists, type FoundChecklist } from "../checklists/attach/commands";
import { missingForClosing } from "../closing";
import { checkSeen, checkVersion } from "../expected-version";
import { dropOffers } from "../handover/offers/commands";
import type { ChangedIncident } from "../incident-schema";
import { findChecklists } from "../library/queries";
import { lockIncident } from "../lock/queries";
import { isActive, move } from "../machine";
import { incidentPolicy } from "../policy";
import { changed } from "../queries";
import type { ChangeStatus } from "../schema";
import { setStability } from "../stability/commands";
import { type EntryRow, entryView } from "../timeline/entry-view";
import { checkHappened } from "../timeline/happened";
import { repeatedEntry } from "../timeline/queries";
import { recordEntry } from "../timeline/record/commands";
import { setUpdateDue } from "../updates/due/commands";

/**
 * Moves an incident to another status, by the table of machine.ts, with its entry on the timeline.
 * @throws `invalid_transition`, `reason_required`, `stale_version`, `closing_incomplete`, `future_time`, `id_reused`
 */
export async function changeStatus(ctx: Ctx, input: ChangeStatus): Promise<ChangedIncident> {
  authorize(incidentPolicy, "changeStatus", ctx.actor, undefined);
  const checklists = await findChecklists(ctx, input.key);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return changed(tx, incident.id, repeated);
    checkVersion(incident, input.expectedVersion);
    checkSeen(incident, incident.status, input.from);
    const row = await moveIncident(tx, ctx, incident, input, checklists);
    return changed(tx, incident.id, { ...entryView(row), repeated: false });
  });
}

type Move = Omit<ChangeStatus, "key" | "expectedVersion">;

/** Moves a locked incident: its row, what its new status brings with it, the entry and the notice, in the caller's transaction. */
export async function moveIncident(
  tx: Tx,
  ctx: Ctx,
  incident: Incident,
  input: Move,
  checklists: FoundChecklist[],
): Promise<EntryRow> {
  const at = checkHappened(input.happenedAt ?? ctx.now(), ctx.now());
  const reason = input.reason ?? "";
  const next = move(incident, input.to, { at, reason });
  const closing = input.to === "closed" ? await checkClosing(tx, ctx, incident, input) : {};
  const reopened = isActive(input.to) && !isActive(incident.status);
  const written = await tx.incident.update({
    where: { id: incident.id },
    data: {
      ...next,
      nextUpdateDueAt: !isActive(input.to) ? null : reopened ? nextUpdate(incident.severity, ctx.now()) : undefined,
      version: { increment: 1 },
      updatedAt: ctx.now(),
    },
  });
  const row = await recordEntry(tx, ctx, incident.id, {
    id: input.id,
    kind: "status",
    body: [`${incident.status} → ${input.to}`, reason].filter(Boolean).join("\n\n"),
    happenedAt: at,
    data: { from: incident.status, to: input.to, reason, ...closing, ...(await takeBack(tx, incident, written)) },
  });
  await setStability(tx, ctx, incident, written);
  await setUpdateDue(tx, incident.nextUpdateDueAt, written);
  if (input.to === "monitoring" || input.to === "resolved") {
    await attachChecklists(
      tx,
      ctx,
      incident,
      checklists,
      input.to === "resolved" ? ["recovery", "close"] : ["recovery"],
    );
  }
  if (input.to === "closed") await dropOffers(tx, ctx, incident.id, null);
  await notify(tx, "incidents", incident.number);
  return row;
}

/**
 * What is no longer true after a move back: its times, which stay in the entry, and the recovery checklist of a service that has
 * not recovered after all. Who had ticked what is on the timeline.
 */
async function takeBack(tx: Tx, before: Incident, after: Incident): Promise<Record<string, unknown>> {
  const times = ["mitigatedAt", "resolvedAt", "closedAt"] as const;
  const cleared = times.flatMap((name) => (before[name] && !after[name] ? [[name, before[name].toISOString()]] : []));
  if (cleared.length === 0) return {};
  if (!before.mitigatedAt || after.mitigatedAt) return { cleared: Object.fromEntries(cleared) };
  const { count } = await tx.checklistItem.updateMany({
    where: { incidentId: before.id, moment: "recovery", checkedAt: { not: null } },
    data: { checkedAt: null, checkedBy: null, checkedById: null, version: { increment: 1 } },
  });
  return { cleared: Object.fromEntries(cleared), ...(count > 0 ? { unticked: count } : {}) };
}

/**
 * @returns what the entry says about closing
 * @throws `closing_incomplete` with what is missing; `reason_required` for an override that does not say why
 */
async function checkClosing(tx: Tx, ctx: Ctx, incident: Incident, input: Move): Promise<Record<string, unknown>> {
  const items = await tx.checklistItem.findMany({
    where: { incidentId: incident.id },
    select: { moment: true, checkedAt: true },
  });
  const followUps = await tx.followUp.count({ where: { incidentId: incident.id } });
  const { noFollowUpsReason = "", notStableReason = "" } = input;
  const now = ctx.now();
  const missing = missingForClosing({ ...incident, items, followUps, now, noFollowUpsReason, notStableReason });
  if (missing.length > 0 && !input.override) throw new AppError("closing_incomplete", { missing });
  if (missing.length > 0 && !input.reason) throw new AppError("reason_required", { missing });
  return {
    ...(missing.length > 0 ? { missing } : {}),
    ...(noFollowUpsReason ? { noFollowUpsReason } : {}),
    ...(notStableReason ? { notStableReason } : {}),
  };
}
