import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type LoadedRun, loadRun, lockRun } from "../lock/queries";
import { type Pin, pinRunbook, runbookNow } from "../pin/queries";
import { routeOf } from "../route";
import { targetOf } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import type { ActOnStep, RunView } from "../schema";

export type ContinuationProblem = "missing" | "unreadable" | "no_procedure";

/** Where an answer leads, pinned, or why nobody can go on there. */
export type Ahead = { target: string; pin: Pin; id: string } | { target: string; problem: ContinuationProblem };

/** What an answer is about to lead to, read before the run is locked: git takes its time. Null for all that stays in the runbook. */
export async function pinAhead(ctx: Ctx, { runId, stepId, event, option }: ActOnStep): Promise<Ahead | null> {
  if (event !== "choose") return null;
  const { plan } = (await loadRun(ctx.db, runId)).state;
  const steps = plan.procedures.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps));
  const chosen = steps.find(({ id }) => id === stepId)?.options.find(({ label }) => label === option);
  return chosen?.goto?.includes("/") ? pinTarget(chosen.goto) : null;
}

/** @param target `service/file#id` of a procedure or a step; without an id the only procedure is meant */
export async function pinTarget(target: string): Promise<Ahead> {
  const [path = "", anchor] = target.split("#");
  const problem = await continuationProblem(target);
  if (problem) return { target, problem };
  const pin = await pinRunbook(path);
  return { target, pin, id: anchor ?? pin.plan.procedures[0]?.id ?? "" };
}

/** Why a run cannot go on at a target now; null when it can. */
export async function continuationProblem(target: string): Promise<ContinuationProblem | null> {
  const [path = "", anchor] = target.split("#");
  const found = await runbookNow(path);
  if (typeof found === "string") return found;
  const { procedures } = found.outline.plan;
  if (!anchor) return procedures.length === 1 ? null : "no_procedure";
  const { type } = targetOf({ taken: [], procedures, variables: [], contacts: [] }, anchor);
  return type === "step" || type === "procedure" ? null : "no_procedure";
}

/** Where the answers of a run lead out of its runbook; null where they don't. */
export const leadsTo = ({ plan, steps, status }: RunState): string | null =>
  routeOf(plan, rowsById({ plan, steps, status })).leadsTo;

/**
 * The runs that go on where this one led until its question was reopened, and those that go on from them, locked: before any entry
 * is written, because whoever acts on one of them locks the run first and the incident after it.
 */
export async function lockContinuations(tx: Tx, run: LoadedRun, after: RunState): Promise<LoadedRun[]> {
  const found: LoadedRun[] = [];
  const isLeft = run.state.status !== "active" && after.status === "active";
  for (let next = isLeft ? run.record.continuedBy[0]?.id : undefined; next; ) {
    const continuation = await lockRun(tx, next);
    found.push(continuation);
    next = continuation.record.continuedBy[0]?.id;
  }
  return found.filter(({ state }) => state.status === "active");
}

/** The run that goes on from an ended one; one that an earlier answer led to is none. */
export const continuationOf = ({ record, state }: LoadedRun) => {
  const [latest] = record.continuedBy;
  const leading = state.steps.find(({ stepId }) => stepId === latest?.continuesStepId);
  if (!latest || leadsTo(state) === null || !leading?.endedAt) return null;
  return latest.startedAt >= leading.endedAt ? latest : null;
};

/** What a run's view tells of the runs before and after it. */
export async function continuationView(
  run: LoadedRun,
): Promise<Pick<RunView, "continues" | "continuation" | "continuationProblem">> {
  const continuation = continuationOf(run);
  const target = continuation || run.state.status === "active" ? null : leadsTo(run.state);
  return {
    continues: run.record.continues,
    continuation: continuation && {
      id: continuation.id,
      title: continuation.title,
      runbook: continuation.runbook,
      status: continuation.status,
    },
    continuationProblem: target === null ? null : ((await continuationProblem(target)) ?? "ready"),
  };
}
