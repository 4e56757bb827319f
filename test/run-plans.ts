import type { PhaseKind, PlanPhase, PlanProcedure, PlanStep } from "@/features/runbooks/plan";
import { act } from "@/features/runs/engine";
import type { StepEvent } from "@/features/runs/machine";
import type { RunState } from "@/features/runs/run-state";
import { startOf } from "@/features/runs/start-run";

/** A plain step; `expects: [null]` is a check that only a person can judge. */
export function step(
  id: string,
  more: Partial<Omit<PlanStep, "expects">> & { expects?: (string | null)[] } = {},
): PlanStep {
  const { expects = [], ...rest } = more;
  return {
    id,
    title: `Step ${id}`,
    type: "step",
    kind: "read",
    within: null,
    evidence: "optional",
    irreversible: false,
    target: null,
    commands: [],
    options: [],
    hasUndo: false,
    ...rest,
    expects: expects.map((matches) => ({ matches, text: "" })),
  };
}

/** An attempt: a change with its check. */
export const attempt = (id: string) => step(id, { kind: "change", expects: [null] });

/** `{ yes: "step-id", no: "!escalate", other: null }` */
export const decision = (id: string, options: Record<string, string | null>): PlanStep => ({
  ...step(id),
  type: "decision",
  options: Object.entries(options).map(([label, to]) => ({
    label,
    goto: to?.startsWith("!") ? null : to,
    outcome: to === "!recovered" ? "recovered" : to === "!escalate" ? "escalate" : null,
  })),
});

export const phase = (kind: PhaseKind, steps: PlanStep[], order: PlanPhase["order"] = "sequence"): PlanPhase => ({
  kind,
  order,
  after: null,
  steps,
});

export const procedure = (id: string, ...phases: PlanPhase[]): PlanProcedure => ({
  id,
  title: `Procedure ${id}`,
  severity: null,
  alerts: [],
  within: null,
  phases,
});

/** A run of the first procedure. */
export const runOf = (...procedures: PlanProcedure[]): RunState =>
  startOf({ procedures, variables: [], contacts: [] }, procedures[0]?.id ?? "");

export const at = new Date("2026-01-15T03:00:00.000Z");

/** `did(run, "complete a", "fail b", "choose q yes", "skip c why", "reopen a why")` */
export const did = (run: RunState, ...actions: string[]): RunState =>
  actions.reduce((state, text) => {
    const [event = "", stepId = "", ...rest] = text.split(" ");
    const word = rest.join(" ") || null;
    const option = event === "choose" ? word : null;
    const action = { stepId, event: event as StepEvent, option, note: option ? null : word };
    return act(state, { ...action, by: { id: null, name: "Ana" }, at });
  }, run);

/** `a:done b:pending` */
export const told = (run: RunState): string => run.steps.map(({ stepId, state }) => `${stepId}:${state}`).join(" ");
