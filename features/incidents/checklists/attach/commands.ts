import { v7 } from "uuid";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { ChecklistMoment, PlanChecklist } from "../../../runbooks/plan";

/** A checklist of the library, with where it stands. */
export type FoundChecklist = { service: string; runbook: string; checklist: PlanChecklist };

/** Copies the checklists of the incident's services for these moments to the incident, as they stand now. Those already there stay. */
export async function attachChecklists(
  tx: Tx,
  ctx: Ctx,
  incident: { id: string; services: string[] },
  found: FoundChecklist[],
  moments: ChecklistMoment[],
): Promise<void> {
  const wanted = found.filter(
    ({ service, checklist }) =>
      incident.services.includes(service) && checklist.when !== null && moments.includes(checklist.when),
  );
  const items = wanted.flatMap(({ runbook, checklist }) =>
    checklist.items.map((item, position) => ({
      id: v7(),
      incidentId: incident.id,
      checklist: `${runbook}#${checklist.id}`,
      title: checklist.title,
      moment: checklist.when ?? "",
      itemId: item.id,
      itemTitle: item.title,
      position,
      attachedAt: ctx.now(),
    })),
  );
  if (items.length > 0) await tx.checklistItem.createMany({ data: items, skipDuplicates: true });
}
