import type { Severity } from "@/lib/severity";
import type { Plan, PlanProcedure, TriageRow } from "../../runbooks/plan";

/** A symptom that can be chosen while declaring, with what it proposes. */
export type TriageChoice = {
  symptom: string;
  severity: Severity | null;
  /** What the table says to do. */
  action: string;
  /** `service/file` and procedure id, when the action leads to a procedure. */
  runbook: string | null;
  procedure: string | null;
  procedureTitle: string | null;
};

type Described = { path: string; plan: Plan };

/** The rows of all triage tables of a service, in the order of its runbooks; each symptom once. */
export function triageChoices(runbooks: Described[]): TriageChoice[] {
  const choices = runbooks.flatMap((runbook) =>
    runbook.plan.triages.flatMap((triage) => triage.rows.map((row) => choiceOf(row, runbook, runbooks))),
  );
  return [...new Map(choices.map((choice) => [choice.symptom, choice])).values()];
}

function choiceOf(row: TriageRow, from: Described, runbooks: Described[]): TriageChoice {
  const target = row.goto === null ? null : resolve(row.goto, from, runbooks);
  return {
    symptom: row.symptom,
    severity: row.severity ?? target?.procedure.severity ?? null,
    action: row.action,
    runbook: target?.path ?? null,
    procedure: target?.procedure.id ?? null,
    procedureTitle: target?.procedure.title ?? null,
  };
}

/** `id` of the same file or `service/file#id`; a step leads to its procedure. */
function resolve(goto: string, from: Described, runbooks: Described[]) {
  const [path, id] = goto.includes("#") ? goto.split("#") : [from.path, goto];
  const runbook = runbooks.find((each) => each.path === path);
  const procedure = runbook?.plan.procedures.find((each) => each.id === id || hasStep(each, id ?? ""));
  return runbook && procedure ? { path: runbook.path, procedure } : null;
}

const hasStep = (procedure: PlanProcedure, id: string) =>
  procedure.phases.some((phase) => phase.steps.some((step) => step.id === id));
