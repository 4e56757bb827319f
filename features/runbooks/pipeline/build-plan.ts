import type { Code, Nodes } from "mdast";
import { severities } from "@/lib/severity";
import { isCommand } from "../command";
import { parseDuration } from "../duration";
import { type Placeholder, placeholdersOf } from "../placeholders";
import type {
  ChecklistMoment,
  PhaseKind,
  Plan,
  PlanChecklist,
  PlanOption,
  PlanPhase,
  PlanProcedure,
  PlanStep,
  PlanTriage,
  Variable,
} from "../plan";
import type { GatedRunbook } from "./gate";
import { readSeverity } from "./severity-words";
import { planTarget } from "./target";
import { attribute, childrenOf, type Element, elementsOf, isElement, isNamed, textOf, walk } from "./tree";
import { triageTable } from "./triage-table";

const phaseTags: Record<string, PhaseKind> = {
  Diagnosis: "diagnosis",
  Remediation: "remediation",
  Verification: "verification",
  Escalation: "escalation",
};

/** What guided execution needs of a runbook: its procedures as phases and steps, its checklists and its triage tables. */
export function buildPlan(runbook: GatedRunbook): Plan {
  const { tree, path } = runbook;
  const declared = runbook.frontMatter.variables.map((variable) => variable.name);
  return {
    procedures: elementsOf(tree, "Procedure").map((element) => procedure(element, path, declared)),
    checklists: elementsOf(tree, "Checklist").map(checklist),
    triages: elementsOf(tree, "Triage").map((element) => triage(element, path)),
  };
}

/** Declared variables first, then the placeholders that commands use without declaring them. */
export function buildVariables(runbook: GatedRunbook): Variable[] {
  const variables = new Map<string, Variable>();
  for (const { name, label = null, default: value = null, secret, from = null, pattern = null } of runbook.frontMatter
    .variables) {
    // What stands in the file or on the alert is known anyway; anything else that is called a password is one.
    const isSecret = secret ?? (value === null && from === null && looksSecret(name));
    variables.set(name, { name, label, default: value, secret: isSecret, from, pattern });
  }
  const declared = [...variables.keys()];
  for (const code of commandsIn(runbook.tree)) {
    for (const placeholder of placeholdersOf(code.value, declared)) {
      const known = variables.get(placeholder.name);
      if (!known) variables.set(placeholder.name, found(placeholder));
      else known.from ??= placeholder.label;
    }
  }
  return [...variables.values()];
}

const found = ({ name, label }: Placeholder): Variable => ({
  name,
  label: null,
  default: null,
  secret: label === null && looksSecret(name),
  from: label,
  pattern: null,
});
const looksSecret = (name: string) =>
  /token|passw|passphrase|secret|credential|contrase|api[_ -]?key|private[_ -]?key|access[_ -]?key|(?:^|[_ -])(?:pwd|clave)(?:$|[_ -])/i.test(
    name,
  );

function procedure(element: Element, path: string, declared: string[]): PlanProcedure {
  const severity = attribute(element, "severity");
  return {
    id: attribute(element, "id") ?? "",
    title: attribute(element, "title") ?? "",
    severity: severities.find((known) => known === severity) ?? null,
    alerts: (attribute(element, "alerts") ?? "").split(/[\s,]+/).filter(Boolean),
    within: seconds(element, "within"),
    phases: phases(element, path, declared),
  };
}

/** Steps that stand directly in the procedure form phases of their own, in document order. */
function phases(element: Element, path: string, declared: string[]): PlanPhase[] {
  const list: PlanPhase[] = [];
  const visit = (node: Nodes) => {
    const kind = isElement(node) ? phaseTags[node.name ?? ""] : undefined;
    if (isElement(node) && kind) {
      const order = attribute(node, "order") === "any" ? "any" : "sequence";
      list.push({ kind, order, after: seconds(node, "after"), steps: rows(node, path, declared) });
    } else if (isNamed(node, "Step", "Decision")) {
      const last = list.at(-1);
      if (last?.kind === "steps") last.steps.push(...row(node, path, declared));
      else list.push({ kind: "steps", order: "sequence", after: null, steps: row(node, path, declared) });
    } else childrenOf(node).forEach(visit);
  };
  childrenOf(element).forEach(visit);
  return list.filter((phase) => phase.steps.length > 0 || phase.kind === "escalation");
}

function rows(container: Nodes, path: string, declared: string[]): PlanStep[] {
  return childrenOf(container).flatMap((node) =>
    isNamed(node, "Step", "Decision") ? row(node, path, declared) : rows(node, path, declared),
  );
}

/** One row; a decision inside a step becomes the row after it. */
function row(element: Element, path: string, declared: string[]): PlanStep[] {
  if (element.name === "Decision") return [decision(element, path, declared)];
  const irreversible = attribute(element, "irreversible");
  const step: PlanStep = {
    ...blank,
    id: attribute(element, "id") ?? "",
    title: attribute(element, "title") ?? "",
    kind: attribute(element, "kind") === "change" ? "change" : "read",
    within: seconds(element, "within"),
    evidence: attribute(element, "evidence") === "required" ? "required" : "optional",
    irreversible: irreversible !== null && irreversible !== "false",
    target: attribute(element, "target"),
    commands: commands(element, declared),
    options: [],
    expects: elementsOf(element, "Expect").map((expect) => ({
      matches: attribute(expect, "matches"),
      text: textOf(expect),
    })),
    hasUndo: elementsOf(element, "Undo").length > 0,
  };
  return [step, ...elementsOf(element, "Decision").map((nested) => decision(nested, path, declared))];
}

const blank = {
  type: "step",
  kind: "read",
  within: null,
  evidence: "optional",
  irreversible: false,
  target: null,
  hasUndo: false,
} as const satisfies Partial<PlanStep>;

function decision(element: Element, path: string, declared: string[]): PlanStep {
  return {
    ...blank,
    expects: [],
    id: attribute(element, "id") ?? "",
    title: attribute(element, "question") ?? "",
    type: "decision",
    commands: commands(element, declared),
    options: elementsOf(element, "Option").map((option) => planOption(option, path)),
  };
}

function planOption(option: Element, path: string): PlanOption {
  const goto = attribute(option, "goto");
  const outcome = attribute(option, "outcome");
  return {
    label: attribute(option, "label") ?? "",
    goto: goto ? planTarget(goto, path) : null,
    outcome: outcome === "recovered" || outcome === "escalate" ? outcome : null,
  };
}

/** The commands that a step runs: those of its `Undo` and of a nested decision are not part of doing it. */
function commands(element: Element, declared: string[]): PlanStep["commands"] {
  return commandsIn(element, ["Undo", "Decision"]).map((code) => ({
    lang: code.lang ?? "",
    text: code.value,
    placeholders: placeholdersOf(code.value, declared).map((placeholder) => placeholder.name),
  }));
}

function commandsIn(root: Nodes, skip: ("Undo" | "Decision")[] = []): Code[] {
  const codes: Code[] = [];
  walk(root, (node) => {
    if (node !== root && isNamed(node, ...skip)) return "skip";
    if (node.type === "code" && isCommand(node.lang, node.meta)) codes.push(node);
    return undefined;
  });
  return codes;
}

function checklist(element: Element): PlanChecklist {
  const when = attribute(element, "when");
  const moments: ChecklistMoment[] = ["start", "recovery", "close"];
  return {
    id: attribute(element, "id") ?? "",
    title: attribute(element, "title") ?? "",
    when: moments.find((moment) => moment === when) ?? null,
    within: seconds(element, "within"),
    items: elementsOf(element, "Step").map((step) => ({
      id: attribute(step, "id") ?? "",
      title: attribute(step, "title") ?? "",
    })),
  };
}

function triage(element: Element, path: string): PlanTriage {
  return {
    id: attribute(element, "id") ?? "",
    title: attribute(element, "title") ?? "",
    rows: triageTable(element).map((cells) => ({
      symptom: cells.symptom,
      severity: readSeverity(cells.severity),
      severityText: cells.severity,
      action: cells.action,
      goto: cells.href === null ? null : planTarget(cells.href, path),
    })),
  };
}

function seconds(element: Element, name: string): number | null {
  const text = attribute(element, name);
  return text === null ? null : parseDuration(text);
}
