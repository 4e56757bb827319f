import type { z } from "zod";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { itemView } from "../attached-view";
import type { ChecklistItemView } from "../incident-schema";
import { lockIncident } from "../lock/queries";
import { incidentPolicy } from "../policy";
import { doneAt } from "../timeline/happened";
import { recordEntry } from "../timeline/record/commands";
import type { TickChecklistItem } from "./schema";

/**
 * Ticks or unticks an item. What is already so stays so: a tick that arrives twice is one.
 * @throws `not_found`, `incident_closed`, `future_time`, `before_start`; `stale_version` with the current item
 */
export async function tickChecklistItem(
  ctx: Ctx,
  input: TickChecklistItem,
): Promise<z.output<typeof ChecklistItemView>> {
  authorize(incidentPolicy, "tickChecklists", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const item = await tx.checklistItem.findUnique({ where: { id: input.itemId } });
    if (!item || item.incidentId !== incident.id) throw new AppError("not_found");
    if ((item.checkedAt !== null) === input.checked) return itemView(item);
    if (incident.status === "closed") throw new AppError("incident_closed");
    if (input.expectedVersion !== undefined && input.expectedVersion !== item.version) {
      throw new AppError("stale_version", { current: itemView(item) });
    }
    const at = doneAt(input.happenedAt, incident.declaredAt, ctx.now());
    const by = input.checked
      ? { checkedAt: at, checkedBy: ctx.actor.name, checkedById: ctx.actor.id }
      : { checkedAt: null, checkedBy: null, checkedById: null };
    const row = await tx.checklistItem.update({ where: { id: item.id }, data: { ...by, version: { increment: 1 } } });
    await recordEntry(tx, ctx, incident.id, {
      kind: item.moment === "recovery" ? "verification" : "step",
      happenedAt: at,
      body: `[${input.checked ? "x" : " "}] ${item.itemTitle}`,
      data: {
        event: input.checked ? "checklist_checked" : "checklist_unchecked",
        checklist: item.checklist,
        checklistTitle: item.title,
        itemId: item.itemId,
        itemTitle: item.itemTitle,
      },
    });
    return itemView(row);
  });
}
