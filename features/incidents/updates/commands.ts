import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { nextUpdate } from "../cadence";
import { checkSeen, checkVersion } from "../expected-version";
import type { ChangedIncident } from "../incident-schema";
import { lockIncident } from "../lock/queries";
import { isActive } from "../machine";
import { incidentPolicy } from "../policy";
import { changed } from "../queries";
import { entryView } from "../timeline/entry-view";
import { checkHappened } from "../timeline/happened";
import { repeatedEntry } from "../timeline/queries";
import { recordEntry } from "../timeline/record/commands";
import { setUpdateDue } from "./due/commands";
import type { PublishUpdate, SnoozeUpdate } from "./schema";
import { updateText } from "./words";

/** `more`: what the entry says of the clock of whoever sent it. */
type Told = PublishUpdate & { more?: Record<string, unknown> };

/**
 * Tells stakeholders how it is, and promises when they hear again. A closed incident takes only what was said before it closed.
 * @throws `not_found`, `incident_closed`, `future_time`, `id_reused`; `past_time` for a promise that is over already
 */
export async function publishUpdate(ctx: Ctx, input: Told): Promise<ChangedIncident> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  const { key, id, condition, actions, needs, more } = input;
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, key);
    const repeated = await repeatedEntry(tx, incident, id);
    if (repeated) return changed(tx, incident.id, repeated);
    const happenedAt = checkHappened(input.happenedAt ?? ctx.now(), ctx.now());
    const { status, severity, closedAt } = incident;
    if (status === "closed" && (!closedAt || happenedAt > closedAt))
      throw new AppError("incident_closed", { closedAt });
    const next = input.nextUpdateAt === undefined ? nextUpdate(severity, ctx.now()) : input.nextUpdateAt;
    const nextUpdateAt = isActive(status) ? inFuture(ctx, next) : null;
    const row = await recordEntry(tx, ctx, incident.id, {
      id,
      kind: "update",
      body: updateText({ condition, actions, needs }, ctx.locale),
      happenedAt,
      data: { condition, actions, needs, nextUpdateAt: nextUpdateAt?.toISOString() ?? null, ...more },
    });
    if (isActive(status)) await promise(tx, ctx, incident, nextUpdateAt);
    return changed(tx, incident.id, { ...entryView(row), repeated: false });
  });
}

/**
 * Moves the time of the next update, with the reason on the timeline.
 * @throws `not_found`, `incident_closed` once it is resolved, `stale_version`, `past_time`, `id_reused`
 */
export async function snoozeUpdate(ctx: Ctx, input: SnoozeUpdate): Promise<ChangedIncident> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return changed(tx, incident.id, repeated);
    checkVersion(incident, input.expectedVersion);
    checkSeen(incident, stamp(incident.nextUpdateDueAt), input.from === undefined ? undefined : stamp(input.from));
    if (!isActive(incident.status)) throw new AppError("incident_closed");
    const at = inFuture(ctx, input.at);
    const from = incident.nextUpdateDueAt;
    const row = await recordEntry(tx, ctx, incident.id, {
      id: input.id,
      kind: "note",
      body: `⏱ ${from?.toISOString() ?? "—"} → ${at?.toISOString() ?? "—"}\n\n${input.reason}`,
      data: {
        event: "next-update",
        from: from?.toISOString() ?? null,
        to: at?.toISOString() ?? null,
        text: input.reason,
      },
    });
    await promise(tx, ctx, incident, at);
    return changed(tx, incident.id, { ...entryView(row), repeated: false });
  });
}

const stamp = (at: Date | null) => at?.toISOString() ?? "";

async function promise(tx: Tx, ctx: Ctx, incident: Incident, at: Date | null): Promise<void> {
  const written = await tx.incident.update({
    where: { id: incident.id },
    data: { nextUpdateDueAt: at, version: { increment: 1 }, updatedAt: ctx.now() },
  });
  await setUpdateDue(tx, incident.nextUpdateDueAt, written);
  await notify(tx, "incidents", incident.number);
}

function inFuture(ctx: Ctx, at: Date | null): Date | null {
  if (at && at <= ctx.now()) throw new AppError("past_time", { at: at.toISOString(), now: ctx.now().toISOString() });
  return at;
}
