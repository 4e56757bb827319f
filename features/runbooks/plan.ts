import type { Severity } from "@/lib/severity";

/** A step, decision or check as guided execution needs it. Derived from the same compile pass that renders the page. */
export type PlanStep = {
  /** Unique in the file and stable: permalinks, runs and statistics hang on it. */
  id: string;
  title: string;
  type: "step" | "decision";
  /** `change` steps alter a system; `read` steps only look. */
  kind: "read" | "change";
  /** Time budget in seconds. */
  within: number | null;
  evidence: "optional" | "required";
  irreversible: boolean;
  target: string | null;
  commands: PlanCommand[];
  expects: PlanExpect[];
  /** Set when `type` is `decision`. */
  options: PlanOption[];
  hasUndo: boolean;
};

export type PlanCommand = { lang: string; text: string; placeholders: string[] };

/** What should be seen; `matches` is an RE2 pattern, so matching takes linear time. */
export type PlanExpect = { matches: string | null; text: string };

export type PlanOption = {
  label: string;
  /** A step id or procedure id of the same file, or `service/file#id`. */
  goto: string | null;
  outcome: "recovered" | "escalate" | null;
};

export const phaseKinds = ["steps", "diagnosis", "remediation", "verification", "escalation"] as const;
export type PhaseKind = (typeof phaseKinds)[number];

export type PlanPhase = {
  kind: PhaseKind;
  order: "sequence" | "any";
  /** Escalations only: seconds after the start of the run at which to escalate. */
  after: number | null;
  steps: PlanStep[];
};

export type PlanProcedure = {
  id: string;
  title: string;
  severity: Severity | null;
  alerts: string[];
  within: number | null;
  phases: PlanPhase[];
};

export type ChecklistMoment = "start" | "recovery" | "close";

export type PlanChecklist = {
  id: string;
  title: string;
  /** Without a moment the list is only shown on its page. */
  when: ChecklistMoment | null;
  within: number | null;
  items: { id: string; title: string }[];
};

export type TriageRow = {
  symptom: string;
  severity: Severity | null;
  severityText: string;
  action: string;
  /** Where the action's link leads: a procedure id of this file or `service/file#id`. */
  goto: string | null;
};

export type PlanTriage = { id: string; title: string; rows: TriageRow[] };

export type Plan = {
  procedures: PlanProcedure[];
  checklists: PlanChecklist[];
  triages: PlanTriage[];
};

/** A placeholder of a command that the reader fills once per run. */
export type Variable = {
  name: string;
  label: string | null;
  default: string | null;
  secret: boolean;
  /** Label of the alert, or `incident.key` and its like, that fills it when a run starts. */
  from: string | null;
  /** RE2; a value has to match as a whole. */
  pattern: string | null;
};
