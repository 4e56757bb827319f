import type { Root } from "mdast";
import { planTarget } from "./target";
import { attribute, type Element, elementsOf, enclosing, walk } from "./tree";

/** Where an answer leads, with its place in the file. */
export type FlowOption = {
  label: string;
  /** As a plan keeps it; null where the answer goes on to the next step. */
  goto: string | null;
  /** Its outcome ends the procedure. */
  ends: boolean;
  line: number;
  column: number;
};

/** A row of a procedure as far as the way through it goes. */
export type FlowStep = {
  id: string;
  /** Its check may pass, which ends the run. */
  ends: boolean;
  /** Null for a step without answers. */
  options: FlowOption[] | null;
};

/** The ways through one runbook: its procedures and their rows in the order of the text. */
export type Flow = { path: string; procedures: { id: string; steps: FlowStep[] }[] };

/** Reads the ways through a runbook off its tree. */
export function buildFlow(tree: Root, path: string): Flow {
  return {
    path,
    procedures: elementsOf(tree, "Procedure").map((procedure) => ({
      id: attribute(procedure, "id") ?? "",
      steps: rowsOf(procedure, path),
    })),
  };
}

function rowsOf(procedure: Element, path: string): FlowStep[] {
  const rows: FlowStep[] = [];
  const attempts = new Set(elementsOf(procedure, "Remediation").flatMap((phase) => elementsOf(phase, "Step")));
  walk(procedure, (node) => {
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return undefined;
    const id = attribute(node, "id") ?? "";
    if (node.name === "Step") {
      const checked = attempts.has(node) && elementsOf(node, "Expect").some((expect) => isOwn(node, expect));
      rows.push({ id, ends: checked, options: null });
    }
    if (node.name === "Decision")
      rows.push({ id, ends: false, options: elementsOf(node, "Option").map((option) => flowOption(option, path)) });
    return undefined;
  });
  return rows;
}

/** Whether the check is the step's and not one of a step inside it. */
function isOwn(step: Element, expect: Element): boolean {
  let own = false;
  walk(step, (node, ancestors) => {
    if (node === expect) own = enclosing(ancestors) === step;
    return undefined;
  });
  return own;
}

function flowOption(option: Element, path: string): FlowOption {
  const goto = attribute(option, "goto");
  const named = option.attributes.find((entry) => entry.type === "mdxJsxAttribute" && entry.name === "goto");
  const { line = 1, column = 1 } = (named?.position ?? option.position)?.start ?? {};
  return {
    label: attribute(option, "label") ?? "",
    goto: goto ? planTarget(goto, path) : null,
    ends: attribute(option, "outcome") !== null,
    line,
    column,
  };
}
