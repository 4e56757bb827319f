import type { ReadableRunbook } from "../library/runbook";
import { matchesLabels, parseMatchers } from "../matcher";

/** What an incident says of itself: labels of the alert that opened it, and its words. */
export type Told = { labels: Record<string, string>; title: string; services: readonly string[] };

/** Labels that say where a thing runs, not what is wrong with it. */
const places = new Set(["instance", "pod", "node", "host", "job", "namespace", "cluster", "severity", "prometheus"]);

/** What to search for: the name of the alert, and what its labels and the title say. */
export function wordsOf({ labels, title }: Told): string {
  const { alertname = "", ...others } = labels;
  const told = Object.entries(others).flatMap(([name, value]) => (places.has(name) ? [] : [value]));
  return [alertname, title, ...told].join(" ").replace(/\s+/g, " ").trim().slice(0, 300);
}

/** Procedures that a rule of their runbook leads to for these labels: their own alert names, or else the runbook's matchers. */
export function byRule({ outline, facts }: ReadableRunbook, labels: Told["labels"]): { id: string; title: string }[] {
  const named = facts.procedures.filter(({ alerts }) => alerts.includes(labels.alertname ?? ""));
  if (named.length > 0) return named;
  const matched = outline.frontMatter.alerts.some((text) => {
    const parsed = parseMatchers(text);
    return parsed.ok && matchesLabels(parsed.matchers, labels);
  });
  return matched ? facts.procedures.slice(0, 1) : [];
}
