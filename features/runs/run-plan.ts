import type { PhaseKind, PlanProcedure, PlanStep, Variable } from "@/features/runbooks/plan";

export type RunContact = { name: string; channel: string | null; for: string[] };

/** What a run pins beside the text: every procedure of the file, since a decision may lead to any of them. */
export type RunPlan = {
  /** Procedures that the run went into, in order of entering; the first is the one that was started. */
  taken: string[];
  procedures: PlanProcedure[];
  variables: Variable[];
  contacts: RunContact[];
  /** The step that the run was led to; those before it in its first procedure are not taken. */
  entry?: string;
  /** Versions of the runbook that steps were adopted from: their blob, and HEAD at that moment. */
  versions?: Record<string, string | null>;
  /** Steps that an adopted version no longer has, with its blob: they keep their place and are not taken. */
  dropped?: Record<string, string>;
  /** Procedures that came with an adopted version before the run entered them, with its blob. */
  sources?: Record<string, string>;
  /** Seconds that finished runs usually took, by id of step and procedure, as known when the run started. */
  usual?: Record<string, number>;
  /** Seconds that people gave a clock beyond the text, by its key, for the start that it counts from. */
  given?: Record<string, { since: string; seconds: number }>;
};

/** A step in its place. */
export type Place = {
  step: PlanStep;
  procedure: string;
  phase: PhaseKind;
  /** Number of the phase in its procedure, from 0: a procedure may have several of a kind. */
  phaseIndex: number;
  order: "sequence" | "any";
};

/** The steps of one procedure in the order of its text. */
export function placesOf(plan: RunPlan, procedureId: string): Place[] {
  const procedure = procedureOf(plan, procedureId);
  return (procedure?.phases ?? []).flatMap(({ kind, order, steps }, phaseIndex) =>
    steps.map((step) => ({ step, procedure: procedureId, phase: kind, phaseIndex, order })),
  );
}

/** The steps of the run: one row each, in this order. */
export const placesOfRun = (plan: RunPlan): Place[] => plan.taken.flatMap((id) => placesOf(plan, id));

export const procedureOf = (plan: RunPlan, id: string): PlanProcedure | undefined =>
  plan.procedures.find((procedure) => procedure.id === id);

/** Where a `goto` leads: a step, the start of a procedure, another runbook, or nowhere. */
export type GotoTarget =
  | { type: "step"; procedure: string; stepId: string }
  | { type: "procedure"; procedure: string }
  | { type: "runbook"; target: string }
  | { type: "none" };

/** @param goto a step id or procedure id of this file, or `service/file#id` */
export function targetOf(plan: RunPlan, goto: string | null): GotoTarget {
  if (goto === null) return { type: "none" };
  if (goto.includes("/")) return { type: "runbook", target: goto };
  if (procedureOf(plan, goto)) return { type: "procedure", procedure: goto };
  const home = plan.procedures.find(({ phases }) => phases.some(({ steps }) => steps.some(({ id }) => id === goto)));
  return home ? { type: "step", procedure: home.id, stepId: goto } : { type: "none" };
}

/** Whether completing this step says that the service recovered: an attempt with its check. */
export const isCheckedAttempt = ({ phase, step }: Place): boolean =>
  phase === "remediation" && step.type === "step" && step.expects.length > 0;
