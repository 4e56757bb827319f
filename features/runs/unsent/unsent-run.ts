import { numberOf } from "@/features/incidents/key";
import { isAppError } from "@/lib/errors/app-error";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import type { StepAction } from "../action-rules";
import type { Somebody } from "../claims/claim";
import { act, endRun } from "../engine";
import { placesOfRun, type RunPlan } from "../run-plan";
import type { RunState } from "../run-state";
import { type RunRecord, runView } from "../run-view";
import type { EndRun, RunView, StepView } from "../schema";
import type { StepRow } from "../step-row";

/** What somebody did to a run, as it is kept with the write that is not sent yet. */
export type UnsentAction =
  | ({ does: "act"; runId: string; by: Somebody } & Pick<
      StepAction,
      "stepId" | "event" | "note" | "evidence" | "option" | "confirm"
    >)
  | { does: "end"; runId: string; outcome: EndRun["outcome"] };

export const actionOf = (item: Pick<OutboxItem, "note">): UnsentAction | null =>
  item.note?.does === "act" || item.note?.does === "end" ? (item.note as UnsentAction) : null;

type Unsent = Pick<OutboxItem, "note" | "state" | "writtenAt">;

/**
 * The run as its reader left it: the same engine that the server runs makes of their unsent actions what the server will make of
 * them, versions included, so that the next action names the version that the one before produces. What no longer fits, because
 * others went on meanwhile, and all after it, is left out: the server will say so.
 * @param plan what the run pinned; where it is not the one of `run` any more, the run is returned as it is
 */
export function withUnsent(run: RunView, plan: RunPlan, unsent: Unsent[]): RunView {
  const actions = unsent.filter((item) => actionOf(item)?.runId === run.id && item.state !== "refused");
  const before: RunState = {
    status: run.status,
    plan: { ...plan, taken: run.procedures.map(({ id }) => id) },
    steps: run.steps.map(rowOf),
  };
  const known = placesOfRun(before.plan).map(({ step }) => step.id);
  if (actions.length === 0 || known.join("\n") !== run.steps.map(({ id }) => id).join("\n")) return run;
  let state = before;
  let [last, at] = [run.focus.stepId, new Date(run.now)];
  for (const item of actions) {
    const action = actionOf(item);
    const next = action && attempt(state, run, action, new Date(item.writtenAt));
    if (!next) break;
    state = next;
    at = new Date(item.writtenAt);
    if (action.does === "act") last = action.stepId;
  }
  return state === before ? run : viewOf(run, state, last, at);
}

function attempt(state: RunState, run: RunView, action: UnsentAction, at: Date): RunState | null {
  try {
    if (action.does === "end") return endRun(state, action.outcome);
    const attached = run.evidence.some(({ stepId }) => stepId === action.stepId);
    return act(state, { ...action, attached, at });
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** What the server says of a run, with what the actions changed. */
function viewOf(run: RunView, state: RunState, lastStepId: string | null, at: Date): RunView {
  const { runbookNow, approvals, suggestions, evidence, continues, continuation, continuationProblem } = run;
  const chain = { continues, continuation, continuationProblem };
  const record = recordOf(run, state, at);
  const now = new Date(run.now);
  const view = runView(record, state, { lastStepId, now, runbookNow, approvals, suggestions, evidence, chain });
  const was = new Map(run.steps.map((step) => [step.id, step]));
  return {
    ...run,
    status: view.status,
    endedAt: view.endedAt,
    progress: view.progress,
    clocks: view.clocks,
    severity: view.severity,
    procedures: view.procedures,
    focus: view.focus,
    escalation: view.escalation,
    continueAt: view.continueAt,
    steps: view.steps.map((step) => kept(step, was.get(step.id))),
  };
}

/** The browser holds the beginning of long outputs only. */
const kept = (step: StepView, was: StepView | undefined): StepView =>
  was && step.evidence === was.evidence ? { ...step, evidenceLength: was.evidenceLength } : step;

const date = (iso: string | null) => (iso === null ? null : new Date(iso));

const rowOf = (step: StepView): StepRow => ({
  stepId: step.id,
  state: step.state,
  version: step.version,
  claimedById: step.claimedBy?.id ?? null,
  claimedBy: step.claimedBy?.name ?? null,
  claimedAt: date(step.claimedAt),
  startedAt: date(step.startedAt),
  endedAt: date(step.endedAt),
  option: step.option,
  note: step.note,
  evidence: step.evidence,
  blob: step.blob,
});

function recordOf(run: RunView, { status }: RunState, at: Date): RunRecord {
  const { incident, startedBy } = run;
  return {
    ...run,
    incident: incident && {
      ...incident,
      number: numberOf(incident.key),
      mitigatedAt: date(incident.mitigatedAt),
    },
    variables: {},
    status,
    startedAt: new Date(run.startedAt),
    startedById: startedBy.id,
    startedBy: startedBy.name,
    endedAt: status === "active" ? null : (date(run.endedAt) ?? at),
  };
}
