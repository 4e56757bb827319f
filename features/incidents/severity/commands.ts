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
import type { ChangeSeverity } from "../schema";
import { type EntryRow, entryView } from "../timeline/entry-view";
import { repeatedEntry } from "../timeline/queries";
import { recordEntry } from "../timeline/record/commands";
import { setUpdateDue } from "../updates/due/commands";

/**
 * Changes how severe an incident is, with its entry on the timeline.
 * @throws `invalid_transition` when it has that severity; `incident_closed`, `stale_version`, `future_time`, `id_reused`
 */
export async function changeSeverity(ctx: Ctx, input: ChangeSeverity): Promise<ChangedIncident> {
  authorize(incidentPolicy, "changeSeverity", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return changed(tx, incident.id, repeated);
    checkVersion(incident, input.expectedVersion);
    checkSeen(incident, incident.severity, input.from);
    const row = await gradeIncident(tx, ctx, incident, input);
    return changed(tx, incident.id, { ...entryView(row), repeated: false });
  });
}

/** Grades a locked incident anew, in the caller's transaction. A worse severity brings its next update forward. */
export async function gradeIncident(
  tx: Tx,
  ctx: Ctx,
  incident: Incident,
  input: Omit<ChangeSeverity, "key" | "expectedVersion">,
): Promise<EntryRow> {
  const { to, reason = "" } = input;
  if (incident.status === "closed") throw new AppError("incident_closed");
  if (incident.severity === to) throw new AppError("invalid_transition", { from: incident.severity, to });
  const due = isActive(incident.status) ? nextUpdate(to, ctx.now()) : null;
  const written = await tx.incident.update({
    where: { id: incident.id },
    data: {
      severity: to,
      nextUpdateDueAt: sooner(due, incident.nextUpdateDueAt),
      version: { increment: 1 },
      updatedAt: ctx.now(),
    },
  });
  const row = await recordEntry(tx, ctx, incident.id, {
    id: input.id,
    kind: "severity",
    body: [`${incident.severity} → ${to}`, reason].filter(Boolean).join("\n\n"),
    happenedAt: input.happenedAt,
    data: { from: incident.severity, to, reason },
  });
  await setUpdateDue(tx, incident.nextUpdateDueAt, written);
  await notify(tx, "incidents", incident.number);
  return row;
}

const sooner = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));
