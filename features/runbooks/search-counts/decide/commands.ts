import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { portalZone } from "@/lib/time-zone";
import { dayIn } from "../../worklist/day";
import { worklistPolicy } from "../../worklist/policy";
import type { QueryRef } from "../schema";

/** Takes a query off the list: nothing has to be done about it. @throws `not_found` */
export const dismissQuery = (ctx: Ctx, { queryId }: QueryRef) =>
  decide(ctx, queryId, { dismissedOn: dayIn(portalZone(), ctx.now()), dismissedBy: ctx.actor.name });

/** Takes that back. @throws `not_found` */
export const reopenQuery = (ctx: Ctx, { queryId }: QueryRef) =>
  decide(ctx, queryId, { dismissedOn: null, dismissedBy: null });

async function decide(ctx: Ctx, id: string, data: { dismissedOn: string | null; dismissedBy: string | null }) {
  authorize(worklistPolicy, "decide", ctx.actor, null);
  return transaction(ctx.db, async (tx) => {
    // What nobody may read is not there to be decided on.
    const { count } = await tx.searchedQuery.updateMany({ where: { id, text: { not: null } }, data });
    if (count === 0) throw new AppError("not_found");
    return { dismissed: data.dismissedOn !== null };
  });
}
