import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { runPolicy } from "../policy";
import type { Journal } from "../replay/journal";
import type { StepRef } from "../schema";
import { roundsOf } from "./rounds";
import type { StepRounds } from "./schema";

/** What was recorded of a step before it was reopened or came round again. @throws `not_found` */
export async function stepRounds(ctx: Ctx, { runId, stepId }: StepRef): Promise<StepRounds> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const step = await ctx.db.runStep.findUnique({
    where: { runId_stepId: { runId, stepId } },
    select: { stepId: true },
  });
  if (!step) throw new AppError("not_found", { stepId });
  const events = await ctx.db.runEvent.findMany({
    where: { runId },
    orderBy: { seq: "asc" },
    select: { at: true, actorName: true, data: true },
  });
  return {
    rounds: roundsOf(
      stepId,
      events.map(({ data, ...event }) => ({ ...event, data: data as Journal })),
    ),
  };
}
