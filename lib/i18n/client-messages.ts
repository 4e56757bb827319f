/**
 * Which text goes to the browser: what client components of every page use, and what those of a section add. All other
 * namespaces are rendered by the server and never sent: a runbook's page would be a quarter larger.
 */
export const everywhere = ["common", "ui", "shell", "errors", "readingTools", "offline", "outbox"] as const;
export const sections = {
  identity: ["identity", "approvalRules"],
  approvals: ["approvals"],
  incidents: ["incidents", "runs", "approvals"],
  finding: ["finding"],
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

/** The messages that the client components of a section may use; without one, those of every page. */
export function clientMessages<M extends Record<string, unknown>>(messages: M, section?: Section): Partial<M> {
  const sent: readonly string[] = section ? [...everywhere, ...sections[section]] : everywhere;
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => sent.includes(namespace))) as Partial<M>;
}
