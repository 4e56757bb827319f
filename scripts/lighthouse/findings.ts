import type { Audit, LighthouseResult } from "./fetched";

/** The middle one of an odd number of values; of an even number the upper of the two. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const shown = ["performance", "accessibility", "best-practices", "seo"] as const;
const times = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  TBT: "total-blocking-time",
  SI: "speed-index",
} as const;

/** One line of a table: the median of each category's score (0 to 100) and of each time in ms, and of the layout shift. */
export function summary(results: LighthouseResult[]): Record<string, string | number> {
  const scores = shown.map((id) => [
    id,
    median(results.map(({ categories }) => Math.round((categories[id]?.score ?? 0) * 100))),
  ]);
  const numbers = (id: string) => median(results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  const measured = Object.entries(times).map(([name, id]) => [name, Math.round(numbers(id))]);
  const processor = Math.round(median(results.map(({ environment }) => environment.benchmarkIndex)));
  const shift = Number(numbers("cumulative-layout-shift").toFixed(4));
  return Object.fromEntries([...scores, ...measured, ["CLS", shift], ["processor", processor]]);
}

/** What was sent, by kind, in kB (1,000 bytes), headers included: of the first visit, with nothing in the cache. */
export function bytesByKind({ audits }: LighthouseResult): Record<string, string> {
  const sums = new Map<string, number>();
  for (const item of audits["network-requests"]?.details?.items ?? []) {
    const kind = String(item.resourceType);
    for (const name of [kind, "all"]) sums.set(name, (sums.get(name) ?? 0) + Number(item.transferSize ?? 0));
  }
  return Object.fromEntries([...sums].map(([kind, bytes]) => [kind, (bytes / 1_000).toFixed(1)]));
}

/** What cost points, or would in another category's light: a line each, with the parts of the page it is about. */
export function failings({ categories, audits }: LighthouseResult): string[] {
  const lines = shown.flatMap((id) =>
    (categories[id]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0 || id !== "performance")
      .flatMap(({ id: audit }) => audits[audit] ?? [])
      .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative")
      .map((audit) => `${id}: ${audit.id}, ${audit.displayValue ?? audit.title}${parts(audit)}`),
  );
  return [...new Set(lines)];
}

function parts({ details }: Audit): string {
  const named = (details?.items ?? []).slice(0, 5).map((item) => {
    const node = item.node as { selector?: string } | undefined;
    return node?.selector ?? item.issueType ?? item.description ?? item.url ?? item.source ?? "";
  });
  return named
    .filter((name) => name !== "")
    .map((name) => `\n      ${String(name).slice(0, 160)}`)
    .join("");
}
