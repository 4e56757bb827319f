import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { stepEvents } from "../machine";
import type { RunPlan } from "../run-plan";
import type { RunState } from "../run-state";

const whole = {
  incident: { select: { number: true, title: true, status: true, severity: true, mitigatedAt: true } },
  steps: { orderBy: { position: "asc" } },
  continues: { select: { id: true, title: true, runbook: true } },
  // The latest one: those that a reopened question led to before have ended.
  continuedBy: {
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { id: true, title: true, runbook: true, status: true, startedAt: true, continuesStepId: true },
  },
  // Where the run was last worked on: its focus goes on from there.
  events: { where: { event: { in: [...stepEvents] } }, orderBy: { seq: "desc" }, take: 1, select: { stepId: true } },
} satisfies Prisma.RunInclude;

/** A run as it is stored, and as the engine sees it. */
export type LoadedRun = {
  record: Prisma.RunGetPayload<{ include: typeof whole }>;
  state: RunState;
  lastStepId: string | null;
};

/**
 * The run, locked until the transaction ends. The incident, if any, is locked after it, by its timeline entry.
 * @throws `not_found`
 */
export async function lockRun(tx: Tx, id: string): Promise<LoadedRun> {
  await tx.$queryRaw`SELECT id FROM run WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return loadRun(tx, id);
}

/** @throws `not_found` */
export async function loadRun(tx: Tx, id: string): Promise<LoadedRun> {
  const record = await tx.run.findUnique({ where: { id }, include: whole });
  if (!record) throw new AppError("not_found", { runId: id });
  const plan = record.plan as unknown as RunPlan;
  return {
    record,
    state: { status: record.status, plan, steps: record.steps },
    lastStepId: record.events[0]?.stepId ?? null,
  };
}
