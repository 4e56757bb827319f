import { isAppError } from "@/lib/errors/app-error";
import type { StepAction } from "./action-rules";
import { act } from "./engine";
import type { RunPlan } from "./run-plan";
import type { RunState } from "./run-state";
import { runView } from "./run-view";
import type { RunView } from "./schema";
import { startOf } from "./start-run";

/** What somebody did to a step while trying a text out. */
export type RehearsedAction = Pick<StepAction, "stepId" | "event" | "option"> & { at: Date };

/** Said wherever a run asks for words or a target: nothing of a rehearsal is kept. */
const spoken = "—";

type Rehearsal = {
  plan: Omit<RunPlan, "taken" | "entry">;
  procedure: string;
  startedAt: Date;
  now: Date;
  actions: RehearsedAction[];
};

/**
 * A run of a text that is still being written, walked by the engine of runs and written nowhere. As the text changes, the same
 * actions are walked again on the new plan; those that no longer fit are left out.
 * @returns null when the plan has no such procedure
 */
export function rehearse({ plan, procedure, startedAt, now, actions }: Rehearsal): RunView | null {
  if (!plan.procedures.some(({ id }) => id === procedure)) return null;
  let state = startOf(plan, procedure);
  let last: string | null = null;
  for (const action of actions) {
    const next = attempt(state, action);
    if (!next) continue;
    state = next;
    last = action.stepId;
  }
  const { title, within } = plan.procedures.find(({ id }) => id === procedure) ?? { title: procedure, within: null };
  const record = {
    id: "rehearsal",
    incident: null,
    drill: true,
    runbook: "",
    procedure,
    title,
    commit: null,
    blob: "",
    variables: {},
    status: state.status,
    within,
    startedAt,
    startedById: null,
    startedBy: "",
    endedAt: state.status === "active" ? null : (actions.at(-1)?.at ?? now),
    version: actions.length + 1,
  };
  const runbookNow = { state: "same", movedTo: null, blob: null, ahead: 0, held: 0, gone: [] } as const;
  const chain = { continues: null, continuation: null, continuationProblem: null };
  return runView(record, state, {
    lastStepId: last,
    now,
    runbookNow: { ...runbookNow, gone: [] },
    approvals: [],
    chain,
  });
}

function attempt(state: RunState, action: RehearsedAction): RunState | null {
  const step = state.plan.procedures
    .flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
    .find(({ id }) => id === action.stepId);
  const by = { id: null, name: spoken };
  try {
    return act(state, {
      ...action,
      by,
      note: spoken,
      attached: true,
      confirm: step ? (step.target ?? step.title) : null,
    });
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
