import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { loadRun } from "../lock/queries";
import { runPolicy } from "../policy";
import type { RunState } from "../run-state";
import type { RunRef } from "../schema";
import { type Journal, replay } from "./journal";

/** A run as its pinned plan and its events alone tell it; nothing is read of its rows or of `content/`. @throws `not_found` */
export async function replayed(ctx: Ctx, { runId }: RunRef): Promise<RunState> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const { state } = await loadRun(ctx.db, runId);
  const events = await ctx.db.runEvent.findMany({ where: { runId }, orderBy: { seq: "asc" }, select: { data: true } });
  return replay(
    state.plan,
    events.map(({ data }) => data as Journal),
  );
}
