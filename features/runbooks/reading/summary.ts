import { type Severity, severities } from "@/lib/severity";
import type { RunbookPath } from "../artifact";
import type { ReadableRunbook } from "../library/runbook";
import { reviewOf } from "../review";
import type { Criticality } from "../schema";

/** A runbook as lists show it. */
export type RunbookSummary = {
  path: RunbookPath;
  service: string;
  title: string;
  summary: string | null;
  lang: string;
  owner: string;
  criticality: Criticality | null;
  tags: string[];
  /** Severities of its procedures, worst first. */
  severities: Severity[];
  procedures: { id: string; title: string; severity: Severity | null }[];
  /** Day (UTC, `YYYY-MM-DD`) since which its review is overdue. */
  overdueSince: string | null;
};

/** @param now decides what is overdue */
export function summaryOf({ path, service, outline, facts }: ReadableRunbook, now: Date): RunbookSummary {
  const { frontMatter } = outline;
  return {
    path,
    service,
    title: frontMatter.title,
    summary: frontMatter.summary,
    lang: frontMatter.lang,
    owner: frontMatter.owner,
    criticality: frontMatter.criticality,
    tags: frontMatter.tags,
    severities: severities.filter((severity) => facts.procedures.some((one) => one.severity === severity)),
    procedures: facts.procedures.map(({ id, title, severity }) => ({ id, title, severity })),
    overdueSince: reviewOf(frontMatter, now).overdueSince,
  };
}
