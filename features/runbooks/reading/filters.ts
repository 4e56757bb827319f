import { z } from "zod";
import { type Severity, severities } from "@/lib/severity";
import type { RunbookSummary } from "./summary";

/** What the list of runbooks can be narrowed by; each is a parameter of its address. What is not understood is ignored. */
export const Filters = z.object({
  service: z.string().min(1).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  tag: z.string().min(1).optional().catch(undefined),
  lang: z.string().min(1).optional().catch(undefined),
  overdue: z
    .literal("1")
    .transform(() => true as const)
    .optional()
    .catch(undefined),
});
export type Filters = z.infer<typeof Filters>;

/** The runbooks that pass all the filters given. */
export function filterRunbooks(runbooks: RunbookSummary[], filters: Filters): RunbookSummary[] {
  return runbooks.filter(
    (runbook) =>
      (!filters.service || runbook.service === filters.service) &&
      (!filters.severity || runbook.severities.includes(filters.severity)) &&
      (!filters.tag || runbook.tags.includes(filters.tag)) &&
      (!filters.lang || runbook.lang === filters.lang) &&
      (!filters.overdue || runbook.overdueSince !== null),
  );
}

export type Facets = { services: string[]; severities: Severity[]; tags: string[]; langs: string[] };

/** The values that there are to filter by, in the order to show them. */
export function facetsOf(runbooks: RunbookSummary[]): Facets {
  const all = <T extends string>(values: T[]) => [...new Set(values)].sort((a, b) => a.localeCompare(b));
  return {
    services: all(runbooks.map((runbook) => runbook.service)),
    severities: all(runbooks.flatMap((runbook) => runbook.severities)),
    tags: all(runbooks.flatMap((runbook) => runbook.tags)),
    langs: all(runbooks.map((runbook) => runbook.lang)),
  };
}
