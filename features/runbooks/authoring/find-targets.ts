import type { LinkTarget } from "./api";

/** A runbook with what it is found by. */
export type FindableTarget = LinkTarget & { folded: string };

/** Without accents and capitals: a link is looked for as it is typed. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const findable = ({ path, title }: LinkTarget): FindableTarget => ({
  path,
  title,
  folded: fold(`${path} ${title}`),
});

/**
 * Runbooks whose path or title holds every word of a query, in one pass over all of them: those of the service first, then
 * those that begin with it, then by path.
 */
export function findTargets(all: readonly FindableTarget[], q: string, service: string, limit: number): LinkTarget[] {
  const words = fold(q)
    .split(/[\s/#]+/)
    .filter(Boolean);
  const own = `${service}/`;
  const scored: { target: FindableTarget; score: number }[] = [];
  for (const target of all) {
    if (!words.every((word) => target.folded.includes(word))) continue;
    const begins = words.length > 0 && fold(target.path.split("/")[1] ?? "").startsWith(words.at(-1) ?? "");
    scored.push({ target, score: (target.path.startsWith(own) ? 2 : 0) + (begins ? 1 : 0) });
  }
  return scored
    .toSorted((a, b) => b.score - a.score || (a.target.path < b.target.path ? -1 : 1))
    .slice(0, limit)
    .map(({ target: { path, title } }) => ({ path, title }));
}

/** Values by how often they come, at most so many. */
export function mostUsed(values: Iterable<string>, most: number): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .slice(0, most)
    .map(([value]) => value);
}
