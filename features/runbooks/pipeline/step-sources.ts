import { type GateInput, gate } from "./gate";
import { attribute, type Element, elementsOf } from "./tree";

/**
 * The Markdown of each step and question of a runbook's procedures, by id, as it stands in the file. A question inside a step is
 * a row of its own, so it is left out of that step.
 * @returns an empty map for a text that the gate refuses
 */
export function stepSources(input: GateInput): Map<string, string> {
  const { runbook } = gate(input);
  const sources = new Map<string, string>();
  if (!runbook) return sources;
  for (const procedure of elementsOf(runbook.tree, "Procedure")) {
    for (const element of elementsOf(procedure, "Step", "Decision")) {
      const inner = element.name === "Step" ? elementsOf(element, "Decision") : [];
      sources.set(attribute(element, "id") ?? "", dedent(cut(runbook.body, element, inner), element));
    }
  }
  return sources;
}

/** The text of an element without that of the elements inside it. */
function cut(body: string, element: Element, inner: Element[]): string {
  let from = element.position?.start.offset ?? 0;
  const end = element.position?.end.offset ?? from;
  let text = "";
  for (const { position } of inner) {
    text += body.slice(from, position?.start.offset ?? from);
    from = position?.end.offset ?? from;
  }
  return text + body.slice(from, end);
}

/** Takes away the indentation that only shows where the step stood. */
function dedent(text: string, element: Element): string {
  const indent = (element.position?.start.column ?? 1) - 1;
  const margin = new RegExp(`^[ \\t]{1,${Math.max(indent, 1)}}`);
  const lines = text.split("\n").map((line, index) => (index > 0 && indent > 0 ? line.replace(margin, "") : line));
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
