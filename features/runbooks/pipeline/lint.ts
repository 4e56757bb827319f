import type { Root } from "mdast";
import type { Report } from "./problem";
import { readSeverity } from "./severity-words";
import { splitTarget } from "./target";
import { attribute, type Element, elementsOf, enclosing, isElement, isNamed, walk } from "./tree";
import { triageTable } from "./triage-table";

/** Advice that does not stop a runbook from being published. Run on the tree after its ids were assigned. */
export function lint(tree: Root, anchors: Set<string>, report: Report): void {
  walk(tree, (node) => {
    if (isNamed(node, "Step") && attribute(node, "kind") === "change") lintChange(node, report);
    if (isNamed(node, "Triage")) lintTriage(node, report);
    if (node.type === "link") {
      const target = splitTarget(node.url);
      const here = node.url.startsWith("#") ? target.id : null;
      if (here && !anchors.has(here)) report.add("broken-anchor", node, { target: `#${here}` });
    }
    return undefined;
  });
  lintTitles(tree, report);
}

function lintChange(step: Element, report: Report): void {
  const irreversible = attribute(step, "irreversible");
  if (irreversible !== null && irreversible !== "false") return;
  if (elementsOf(step, "Undo").length === 0)
    report.add("change-without-undo", step, { title: attribute(step, "title") ?? "" });
}

function lintTriage(triage: Element, report: Report): void {
  for (const row of triageTable(triage)) {
    if (readSeverity(row.severity) === null) report.add("triage-without-severity", row.node, { found: row.severity });
  }
}

/** Procedures share one list of titles, and the steps of a procedure another. */
function lintTitles(tree: Root, report: Report): void {
  const seen = new Map<string, number>();
  walk(tree, (node, ancestors) => {
    if (
      !isElement(node) ||
      !isNamed(node, "Procedure", "Step", "Checklist", "Triage") ||
      attribute(node, "plain") !== null
    )
      return undefined;
    const isStep = node.name === "Step";
    const procedure = ancestors.find((ancestor) => isElement(ancestor) && isNamed(ancestor, "Procedure", "Checklist"));
    const scope = isStep && procedure && isElement(procedure) ? (attribute(procedure, "id") ?? "") : (node.name ?? "");
    const title = attribute(node, "title") ?? "";
    const key = `${isStep ? `${scope}/${enclosing(ancestors)?.name}` : scope}\n${title.toLowerCase()}`;
    const first = seen.get(key);
    const line = node.position?.start.line ?? 1;
    if (first === undefined) seen.set(key, line);
    else report.add("duplicate-title", node, { title, first: String(first) });
    return undefined;
  });
}
