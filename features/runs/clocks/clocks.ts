import { routeOf } from "../route";
import { placesOfRun, procedureOf, type RunPlan } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import { stageOf } from "../stage";

export const clockKinds = ["step", "procedure", "escalation"] as const;

/** A limit that is running down. */
export type RunClock = {
  /** `step:<id>`, `procedure` or `escalation`. */
  key: string;
  kind: (typeof clockKinds)[number];
  stepId: string | null;
  title: string;
  since: Date;
  /** Seconds from `since`, with what people added. */
  limit: number;
  dueAt: Date;
};

type Timed = { title: string; startedAt: Date; within: number | null };

/** The escalation of the procedure that the run is in; null without one. */
export function escalationOf(state: RunState): { after: number | null } | null {
  const { procedure } = routeOf(state.plan, rowsById(state));
  return procedureOf(state.plan, procedure)?.phases.find(({ kind }) => kind === "escalation") ?? null;
}

/**
 * The clocks of a run: one for each step under way that has a limit, one for the procedure, one until it is time to escalate.
 * A run that has ended has none, and one that has come to its escalation needs none for that.
 */
export function clocksOf(run: Timed, state: RunState): RunClock[] {
  if (state.status !== "active") return [];
  const rows = rowsById(state);
  const clocks: RunClock[] = [];
  const add = (kind: RunClock["kind"], stepId: string | null, title: string, since: Date, seconds: number | null) => {
    if (seconds === null) return;
    const key = stepId === null ? kind : stepClock(stepId);
    const limit = seconds + extraSeconds(state.plan, key, since);
    clocks.push({ key, kind, stepId, title, since, limit, dueAt: secondsAfter(since, limit) });
  };
  for (const { step } of placesOfRun(state.plan)) {
    const row = rows.get(step.id);
    if (row?.state === "active" && row.startedAt) add("step", step.id, step.title, row.startedAt, step.within);
  }
  add("procedure", null, run.title, run.startedAt, run.within);
  const escalates = stageOf(state.plan, rows).at !== "escalation";
  if (escalates) add("escalation", null, run.title, run.startedAt, escalationOf(state)?.after ?? null);
  return clocks;
}

export const stepClock = (stepId: string): string => `step:${stepId}`;

/** Seconds that people gave a clock beyond the text; what was given to an earlier start of the same step is past. */
export function extraSeconds(plan: RunPlan, key: string, since: Date | null): number {
  const given = plan.given?.[key];
  return given && given.since === since?.toISOString() ? given.seconds : 0;
}

/**
 * The run with `seconds` more for a clock: counted from its limit, or from now when that has passed, because whoever asks for
 * five more minutes wants five minutes.
 */
export function withMore(state: RunState, clock: RunClock, seconds: number, now: Date): RunState {
  const late = Math.max(0, Math.ceil((now.getTime() - clock.dueAt.getTime()) / 1_000));
  const total = extraSeconds(state.plan, clock.key, clock.since) + late + seconds;
  const given = { ...state.plan.given, [clock.key]: { since: clock.since.toISOString(), seconds: total } };
  return { ...state, plan: { ...state.plan, given } };
}

export const secondsAfter = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1_000);
