import { AppError } from "@/lib/errors/app-error";
import { checkAction, type StepAction } from "./action-rules";
import { answer } from "./answer";
import { claimOf, isHandChange } from "./claims/claim";
import { isOpen, type RunStatus } from "./machine";
import { answersFor, waitingFor } from "./readiness";
import { routeOf } from "./route";
import { isCheckedAttempt, type Place, placesOf, placesOfRun } from "./run-plan";
import { type RunState, repeatSteps, rowsById } from "./run-state";
import { stageOf } from "./stage";
import { changed, type StepRow, untouched } from "./step-row";

/**
 * What a person's action makes of a run. Pure: the same run and action give the same result.
 * @throws `not_found` no such step; `run_ended`; `invalid_transition` by the table; `step_not_ready` with `waitingFor`;
 *   `reason_required`, `evidence_required`, `confirmation_required`, `unknown_option`
 */
export function act(run: RunState, action: StepAction): RunState {
  const place = placesOfRun(run.plan).find(({ step }) => step.id === action.stepId);
  const row = run.steps.find(({ stepId }) => stepId === action.stepId);
  if (!place || !row) throw new AppError("not_found", { stepId: action.stepId });
  if (run.status !== "active" && action.event !== "reopen") throw new AppError("run_ended", { status: run.status });
  const to = checkAction(place.step, row, action);
  const ready = action.event === "reopen" || isHandChange(action.event) ? run : getReady(run, place, action);
  const moved = { ...ready, steps: replace(ready.steps, row.stepId, (was) => changed(was, moveOf(was, to, action))) };
  const effective = consequences(moved, place, action);
  const after = resettled({ ...effective, status: "active" });
  if (action.event === "reopen" && !isOpen(stateOf(after, row.stepId))) {
    throw new AppError("invalid_transition", { from: row.state, event: "reopen", status: after.status });
  }
  return after;
}

/** What follows from a plan that has changed: steps that the path leads past or back to, and the end where nothing is left. */
export const resettled = (run: RunState): RunState => conclude(settle(run));

/** Ends an active run by a person's word; what is still open was not taken. */
export function endRun(run: RunState, outcome: Exclude<RunStatus, "active">): RunState {
  if (run.status !== "active") throw new AppError("run_ended", { status: run.status });
  return { ...run, status: outcome, steps: run.steps.map(leave) };
}

/** Refuses what has to wait; a question takes the plain look before it along. */
function getReady(run: RunState, place: Place, action: StepAction): RunState {
  const rows = rowsById(run);
  const waiting = waitingFor(run.plan, rows, routeOf(run.plan, rows), place);
  if (waiting === null) return run;
  const host = action.event === "choose" ? answersFor(run.plan, place, waiting) : null;
  if (host === null) throw new AppError("step_not_ready", { stepId: action.stepId, waitingFor: waiting });
  const looked: StepAction = { ...action, stepId: host, event: "complete", note: null, evidence: null };
  const steps = replace(run.steps, host, (was) => changed(was, moveOf(was, "done", looked)));
  return getReady({ ...run, steps }, place, action);
}

function moveOf(row: StepRow, to: StepRow["state"], action: StepAction): Partial<StepRow> {
  const { at } = action;
  if (to === "pending") return { ...untouched, state: to };
  if (isHandChange(action.event)) return claimOf(row, action);
  if (to === "active") {
    return {
      ...untouched,
      state: to,
      startedAt: at,
      ...claimOf(row, action),
      note: action.note ?? null,
      // Output may have been sent before anybody took the step up.
      evidence: row.evidence,
    };
  }
  return {
    state: to,
    startedAt: row.startedAt ?? at,
    endedAt: at,
    ...claimOf(row, action),
    note: action.note ?? row.note,
    evidence: action.evidence ?? row.evidence,
    option: action.event === "choose" ? (action.option ?? null) : row.option,
  };
}

function consequences(run: RunState, place: Place, action: StepAction): RunState {
  if (action.event === "choose") return answer(run, place, action.option ?? "");
  if (action.event !== "complete" || !isCheckedAttempt(place)) return run;
  // The system has changed since it was verified, so what was verified before says nothing any more.
  const again = placesOf(run.plan, place.procedure).filter(({ phase }) => phase === "verification");
  return repeatSteps(
    run,
    again.map(({ step }) => step.id),
  );
}

/** Marks what the path leads past, and brings back what it leads to again. Steps that somebody is on stay theirs. */
function settle(run: RunState): RunState {
  const { off } = routeOf(run.plan, rowsById(run));
  const steps = run.steps.map((row) => {
    if (off.has(row.stepId)) return row.state === "pending" ? changed(row, { state: "not_taken" }) : row;
    return row.state === "not_taken" ? changed(row, { state: "pending" }) : row;
  });
  return { ...run, steps };
}

function conclude(run: RunState): RunState {
  const stage = stageOf(run.plan, rowsById(run));
  return stage.at === "end" ? endRun(run, stage.outcome) : run;
}

const leave = (row: StepRow): StepRow => (isOpen(row.state) ? changed(row, { ...untouched, state: "not_taken" }) : row);

const replace = (rows: StepRow[], stepId: string, make: (row: StepRow) => StepRow): StepRow[] =>
  rows.map((row) => (row.stepId === stepId ? make(row) : row));

const stateOf = (run: RunState, stepId: string) => rowsById(run).get(stepId)?.state ?? "pending";
