/**
 * Which text goes to the browser: what client components of every page use, and what those of a section add. All other
 * namespaces are rendered by the server and never sent: a runbook's page would be a quarter larger.
 */
export const everywhere = ["common", "ui", "shell", "errors", "readingTools", "offline", "outbox"] as const;
export const sections = {
  identity: ["identity", "approvalRules"],
  approvals: ["approvals"],
  incidents: ["incidents", "runs.list", "runs.status", "runs.evidence.secrets", "approvals"],
  runs: ["incidents", "runs", "approvals"],
  finding: ["finding", "runs.evidence.secrets"],
  device: ["offlineDevice"],
  editing: ["editing", "problems", "runbookHistory", "reviewing", "runs"],
  worklist: ["worklist", "problems", "searchCounts"],
  glossary: ["glossary", "problems"],
  importing: ["editing", "problems", "runs", "runbookImport"],
  comparison: ["comparison"],
  reviewing: ["reviewing", "editing"],
  postMortems: ["incidents", "editing", "problems"],
} as const satisfies Record<string, readonly string[]>;
export type Section = keyof typeof sections;

type Tree = { [name: string]: unknown };

/** The messages that the client components of a section may use; without one, those of every page. A name may be a part: `runs.list`. */
export function clientMessages<M extends Tree>(messages: M, section?: Section): Partial<M> {
  const picked: Tree = {};
  for (const name of section ? [...everywhere, ...sections[section]] : everywhere)
    pick(messages, picked, name.split("."));
  return picked as Partial<M>;
}

function pick(from: Tree, to: Tree, [name = "", ...rest]: string[]): void {
  const value = from[name];
  if (value === undefined) return;
  if (rest.length === 0) to[name] = value;
  else {
    const below = { ...(to[name] as Tree | undefined) };
    pick(value as Tree, below, rest);
    to[name] = below;
  }
}
