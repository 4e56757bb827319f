import { isReadable, type ReadableRunbook, type Runbook } from "../../library/runbook";
import { addDays } from "../day";
import { about, type Found } from "../found";

/** Days before the due day on which a review is due soon. */
export const soonDays = 7;

export type Freshness = "fresh" | "soon" | "overdue" | "never" | "unplanned";

/**
 * How fresh a runbook is on a day. Due = `reviewed` + `reviewEvery` (FORMAT.md).
 * @returns `unplanned` for one without a period, of which nothing is due
 */
export function freshnessOf(
  { outline }: ReadableRunbook,
  today: string,
): { freshness: Freshness; dueOn: string | null } {
  const { reviewed, reviewEvery } = outline.frontMatter;
  if (reviewEvery === null) return { freshness: "unplanned", dueOn: null };
  if (reviewed === null) return { freshness: "never", dueOn: null };
  const dueOn = new Date(Date.parse(`${reviewed}T00:00:00Z`) + reviewEvery * 1_000).toISOString().slice(0, 10);
  if (dueOn < today) return { freshness: "overdue", dueOn };
  return { freshness: dueOn <= addDays(today, soonDays) ? "soon" : "fresh", dueOn };
}

/** Reviews that are overdue, due within a week, or were never made. */
export function reviewFindings(runbooks: readonly Runbook[], today: string): Found[] {
  return runbooks.filter(isReadable).flatMap((runbook): Found[] => {
    const { freshness, dueOn } = freshnessOf(runbook, today);
    if (freshness === "fresh" || freshness === "unplanned") return [];
    const { reviewed, criticality } = runbook.outline.frontMatter;
    const pressing = freshness === "overdue" && criticality === "critical";
    return [
      {
        kind: `review-${freshness}`,
        subject: runbook.path,
        ...about(runbook),
        line: 1,
        values: reviewed ? { reviewed } : {},
        fingerprint: `${reviewed} ${dueOn}`,
        since: freshness === "overdue" && dueOn ? new Date(`${dueOn}T00:00:00Z`) : null,
        dueOn,
        ...(pressing && { urgency: 1 as const }),
      },
    ];
  });
}

export type ServiceFreshness = { service: string } & Record<Freshness, number>;

/** How many runbooks of each service are how fresh, the service that needs the most first. */
export function freshnessByService(runbooks: readonly Runbook[], today: string): ServiceFreshness[] {
  const services = new Map<string, ServiceFreshness>();
  for (const runbook of runbooks.filter(isReadable)) {
    const { service } = runbook;
    const counts = services.get(service) ?? { service, fresh: 0, soon: 0, overdue: 0, never: 0, unplanned: 0 };
    counts[freshnessOf(runbook, today).freshness] += 1;
    services.set(service, counts);
  }
  return [...services.values()].sort(
    (a, b) => b.overdue - a.overdue || b.never - a.never || b.soon - a.soon || a.service.localeCompare(b.service),
  );
}
