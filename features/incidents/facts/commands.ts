import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { notify } from "@/lib/realtime/notify";
import { checkVersion } from "../expected-version";
import type { IncidentDetail } from "../incident-schema";
import { findChecklists } from "../library/queries";
import { lockIncident } from "../lock/queries";
import { incidentPolicy } from "../policy";
import { getIncident } from "../queries";
import type { PatchIncident } from "../schema";
import { gradeIncident } from "../severity/commands";
import { setStability } from "../stability/commands";
import { moveIncident } from "../status/commands";
import { checkHappened } from "../timeline/happened";
import { recordEntry } from "../timeline/record/commands";
import { setUpdateDue } from "../updates/due/commands";
import { correctableTimes } from "../vocabulary";
import { changeLines, type FactChanges, factChanges } from "./changes";

/**
 * Changes facts of an incident, and its severity and status by the same ways as their own commands, all or nothing. What is
 * already as asked stays and leaves no entry.
 * @throws `stale_version` with the current incident; `future_time`; what `changeStatus` and `changeSeverity` throw
 */
export async function patchIncident(ctx: Ctx, input: PatchIncident): Promise<IncidentDetail> {
  authorize(incidentPolicy, "patch", ctx.actor, undefined);
  const checklists = input.status ? await findChecklists(ctx, input.key) : [];
  await transaction(ctx.db, async (tx) => {
    let incident = await lockIncident(tx, input.key);
    checkVersion(incident, input.expectedVersion);
    const changes = factChanges(incident, input);
    if (Object.keys(changes).length > 0) incident = await writeFacts(tx, ctx, incident, input, changes);
    const { severity, status, reason } = input;
    if (severity && severity !== incident.severity) {
      await gradeIncident(tx, ctx, incident, { to: severity, reason });
      incident = await tx.incident.findUniqueOrThrow({ where: { id: incident.id } });
    }
    if (status && status !== incident.status) {
      await moveIncident(tx, ctx, incident, { to: status, reason, override: false }, checklists);
    }
  });
  return getIncident(ctx, input);
}

async function writeFacts(tx: Tx, ctx: Ctx, incident: Incident, patch: PatchIncident, changes: FactChanges) {
  for (const time of correctableTimes) if (patch[time]) checkHappened(patch[time], ctx.now());
  const changed = Object.keys(changes) as (keyof FactChanges)[];
  const written = await tx.incident.update({
    where: { id: incident.id },
    data: {
      ...Object.fromEntries(changed.map((fact) => [fact, patch[fact]])),
      version: { increment: 1 },
      updatedAt: ctx.now(),
    },
  });
  // Its runs are drills exactly if it is one: they count apart.
  if (changes.kind) {
    await tx.run.updateMany({ where: { incidentId: incident.id }, data: { drill: written.kind === "drill" } });
  }
  await recordEntry(tx, ctx, incident.id, {
    kind: "note",
    body: changeLines(changes),
    data: { event: "facts", changes },
  });
  await setStability(tx, ctx, incident, written);
  await setUpdateDue(tx, incident.nextUpdateDueAt, written);
  await notify(tx, "incidents", incident.number);
  return written;
}
