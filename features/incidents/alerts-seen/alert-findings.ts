import type { ReadableRunbook } from "@/features/runbooks/library/runbook";
import { type Matcher, matchesLabels, parseMatchers } from "@/features/runbooks/matcher";
import { about, type Found, short } from "@/features/runbooks/worklist/found";

/** An alert that came, by its labels; `services` of the incident that was declared from it. */
export type SeenAlert = { labels: Record<string, string>; services: string[]; lastSeen: Date };

type Wanted = { runbook: ReadableRunbook; text: string; matchers: Matcher[] };

/**
 * Matchers of runbooks that no alert has met, and alerts that meet none. A portal that has seen no alert at all says nothing of
 * matchers: none of them could have been met.
 */
export function alertFindings(runbooks: readonly ReadableRunbook[], seen: readonly SeenAlert[]): Found[] {
  if (seen.length === 0) return [];
  const wanted = runbooks.flatMap(wantedBy);
  const met = new Set<Wanted>();
  const homeless: SeenAlert[] = [];
  for (const alert of seen) {
    const takers = wanted.filter(({ matchers }) => matchesLabels(matchers, alert.labels));
    for (const taker of takers) met.add(taker);
    if (takers.length === 0) homeless.push(alert);
  }
  return [...wanted.filter((one) => !met.has(one)).map(unmatched), ...byName(homeless).map(lost)];
}

/** What a runbook says leads to it: matchers in the front matter, names of alerts on its procedures. */
function wantedBy(runbook: ReadableRunbook): Wanted[] {
  const { frontMatter } = runbook.outline;
  const named = runbook.facts.procedures.flatMap(({ alerts }) => alerts);
  const matchers = frontMatter.alerts.flatMap((text) => {
    const parsed = parseMatchers(text);
    return parsed.ok ? [{ runbook, text, matchers: parsed.matchers }] : [];
  });
  const names = [...new Set(named)].map((name) => ({
    runbook,
    text: name,
    matchers: [{ label: "alertname", operator: "=" as const, value: name }],
  }));
  return [...matchers, ...names];
}

function unmatched({ runbook, text }: Wanted): Found {
  return {
    kind: "alert-unmatched",
    subject: `${runbook.path} ${text}`,
    ...about(runbook),
    line: 1,
    values: { matcher: short(text) },
    fingerprint: text.slice(0, 500),
    since: null,
    dueOn: null,
  };
}

/** Alerts of one name are one thing to do. */
function byName(alerts: SeenAlert[]): (SeenAlert & { name: string; count: number })[] {
  const found = new Map<string, SeenAlert & { name: string; count: number }>();
  for (const alert of alerts) {
    const name = alert.labels.alertname ?? "";
    if (name === "") continue;
    const known = found.get(name);
    const latest = !known || alert.lastSeen > known.lastSeen ? alert : known;
    found.set(name, { ...latest, name, count: (known?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

function lost({ name, count, services }: SeenAlert & { name: string; count: number }): Found {
  return {
    kind: "alert-homeless",
    subject: name,
    runbook: null,
    service: services[0] ?? null,
    owner: "",
    title: name,
    line: null,
    blob: null,
    values: { count: String(count) },
    fingerprint: "",
    since: null,
    dueOn: null,
  };
}
