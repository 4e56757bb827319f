import type { StoredSection } from "./section-store";

/** A section that answers a query. */
export type Hit = { entry: StoredSection; score: number };

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
 * @param limit hits at most
 */
export function spread(hits: Hit[], limit = hits.length): Hit[] {
  const worth = hits.map(({ score }) => score);
  const paths = hits.map(({ entry }) => entry.path);
  const order: Hit[] = [];
  while (order.length < Math.min(limit, hits.length)) {
    let best = 0;
    for (let at = 1; at < worth.length; at += 1) if ((worth[at] as number) > (worth[best] as number)) best = at;
    const { entry } = hits[best] as Hit;
    order.push({ entry, score: worth[best] as number });
    worth[best] = chosen;
    for (let at = 0; at < worth.length; at += 1)
      if (paths[at] === entry.path && worth[at] !== chosen) worth[at] = (worth[at] as number) * repeated;
  }
  return order;
}

/** Below every score. */
const chosen = Number.NEGATIVE_INFINITY;
