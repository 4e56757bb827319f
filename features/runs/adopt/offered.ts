import type { PlanProcedure, Variable } from "@/features/runbooks/plan";

/** The runbook in force, as a run could move to it. */
export type Offered = {
  blob: string;
  /** HEAD of the content repository; null outside of one. */
  commit: string | null;
  procedures: PlanProcedure[];
  variables: Variable[];
  /** The Markdown of each step and question, by id. */
  texts: ReadonlyMap<string, string>;
};

/** The Markdown of a step as a run holds it; null where it has none. */
export type TextOf = (stepId: string, blob: string | null) => string | null;
