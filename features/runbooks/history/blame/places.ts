import type { Code, Nodes } from "mdast";
import { isCommand } from "../../command";
import { type GateInput, gate } from "../../pipeline/gate";
import { attribute, type Element, elementsOf, isNamed, walk } from "../../pipeline/tree";

/** Lines of the file, from 1, both included. */
export type Lines = { first: number; last: number };

export type CommandPlace = { lang: string; text: string; lines: Lines };
export type StepPlace = {
  id: string;
  title: string;
  type: "step" | "decision";
  /** Without those of a question inside it, which is a row of its own. */
  lines: Lines[];
  commands: CommandPlace[];
};
export type ProcedurePlace = { id: string; title: string; lines: Lines; steps: StepPlace[] };

/** Where the procedures, steps and commands of a runbook stand in its file; null for a text that the gate refuses. */
export function placesIn(input: GateInput): ProcedurePlace[] | null {
  const { runbook } = gate(input);
  if (!runbook) return null;
  return elementsOf(runbook.tree, "Procedure").map((procedure) => ({
    id: attribute(procedure, "id") ?? "",
    title: attribute(procedure, "title") ?? "",
    lines: linesOf(procedure),
    steps: elementsOf(procedure, "Step", "Decision").map(stepPlace),
  }));
}

function stepPlace(element: Element): StepPlace {
  const decision = element.name === "Decision";
  const inner = decision ? [] : elementsOf(element, "Decision").map(linesOf);
  return {
    id: attribute(element, "id") ?? "",
    title: attribute(element, decision ? "question" : "title") ?? "",
    type: decision ? "decision" : "step",
    lines: without(linesOf(element), inner),
    commands: commandsIn(element).map((code) => ({ lang: code.lang ?? "", text: code.value, lines: linesOf(code) })),
  };
}

/** What a step runs, its way back included: that is what people paste into a shell too. */
function commandsIn(step: Element): Code[] {
  const codes: Code[] = [];
  walk(step, (node) => {
    if (node !== step && isNamed(node, "Decision")) return "skip";
    if (node.type === "code" && isCommand(node.lang, node.meta)) codes.push(node);
    return undefined;
  });
  return codes;
}

/** Of a node with all that it holds: a tag that was made for plain Markdown only knows where it begins. */
function linesOf(root: Nodes): Lines {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  walk(root, ({ position }) => {
    first = Math.min(first, position?.start.line ?? first);
    last = Math.max(last, position?.end.line ?? last);
    return undefined;
  });
  return { first: Number.isFinite(first) ? first : 1, last: Math.max(last, 1) };
}

function without(all: Lines, inner: Lines[]): Lines[] {
  const parts: Lines[] = [];
  let first = all.first;
  for (const cut of inner) {
    if (cut.first > first) parts.push({ first, last: cut.first - 1 });
    first = Math.max(first, cut.last + 1);
  }
  return first <= all.last ? [...parts, { first, last: all.last }] : parts;
}
