import type { IndexedSection } from "./search-index";

/** A section that answers a query. */
export type Hit = { entry: IndexedSection; score: number };

/** What further sections of a runbook that answer too add to one of them: each as much of its own score. */
const share = 0.06;
const mostOthers = 3;

/** A runbook that answers in several places is more likely the one than another that answers in one. Keeps the order of `hits`. */
export function supported(hits: Hit[]): Hit[] {
  const byPath = new Map<string, Hit[]>();
  for (const hit of hits) {
    const same = byPath.get(hit.entry.path);
    if (same) same.push(hit);
    else byPath.set(hit.entry.path, [hit]);
  }
  return hits.map(({ entry, score }) => {
    const others = (byPath.get(entry.path) ?? []).filter((one) => one.entry !== entry).slice(0, mostOthers);
    // No more than it says itself: many weak sections are not one that answers.
    const more = others.reduce((sum, other) => sum + Math.min(score, other.score), 0);
    return { entry, score: score + share * more };
  });
}

/** What is left of a further section of a runbook beside the first of another. */
const repeated = 0.88;

/**
 * Lets the best of other runbooks stand between the further sections of one, where they are nearly as good: who looks at five
 * results shall not see the same runbook five times. Scores fall with the order.
 */
export function spread(hits: Hit[]): Hit[] {
  const seen = new Map<string, number>();
  const left = [...hits];
  const order: Hit[] = [];
  while (left.length > 0) {
    let best = 0;
    let most = 0;
    for (const [at, { entry, score }] of left.entries()) {
      const worth = score * repeated ** (seen.get(entry.path) ?? 0);
      if (worth <= most) continue;
      most = worth;
      best = at;
    }
    const [next] = left.splice(best, 1);
    if (!next) break;
    seen.set(next.entry.path, (seen.get(next.entry.path) ?? 0) + 1);
    order.push({ entry: next.entry, score: most || next.score });
  }
  return order;
}
