import type { Link, TableRow } from "mdast";
import { childrenOf, type Element, textOf, walk } from "./tree";

export type TriageCells = { node: TableRow; symptom: string; severity: string; action: string; href: string | null };

const headings = {
  symptom: /s[ií]ntoma|symptom|problema|problem|what|qu[eé]/i,
  severity: /severi|gravedad|prioridad|priority|nivel|level/i,
  action: /acci[oó]n|action|qu[eé] hacer|procedimiento|procedure|runbook/i,
};

/** The rows of a `Triage` table. Columns are known by their headings, else by their order. */
export function triageTable(triage: Element): TriageCells[] {
  const table = childrenOf(triage).find((child) => child.type === "table");
  const [head, ...rows] = table?.type === "table" ? table.children : [];
  if (!head) return [];
  const titles = head.children.map((cell) => textOf(cell));
  const column = (name: keyof typeof headings, fallback: number) => {
    const found = titles.findIndex((title) => headings[name].test(title));
    return found < 0 ? fallback : found;
  };
  const columns = { severity: column("severity", 1), action: column("action", 2), symptom: column("symptom", 0) };
  return rows.map((node) => {
    const cell = (index: number) => (node.children[index] ? textOf(node.children[index]) : "");
    const { symptom, severity, action } = columns;
    return {
      node,
      symptom: cell(symptom),
      severity: cell(severity),
      action: cell(action),
      href: firstLink(node, action),
    };
  });
}

function firstLink(row: TableRow, column: number): string | null {
  const links: Link[] = [];
  const cells = [row.children[column], ...row.children];
  for (const cell of cells) {
    if (cell) walk(cell, (node) => (node.type === "link" && links.push(node) ? "skip" : undefined));
  }
  return links[0]?.url ?? null;
}
