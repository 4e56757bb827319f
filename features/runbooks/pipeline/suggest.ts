/** The candidates nearest to a misspelt name, as `` `a`, `b` ``: those that are near, else the three nearest. */
export function suggest(name: string, candidates: readonly string[]): string {
  const wanted = name.toLowerCase();
  const scored = candidates
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  const best = scored[0]?.far ?? 0;
  const isNear = best <= Math.max(1, Math.floor(wanted.length / 3));
  const near = scored.filter((entry) => !isNear || entry.far === best).slice(0, 3);
  return near.map((entry) => `\`${entry.candidate}\``).join(", ");
}

/** Levenshtein distance, of the first 64 characters. */
export function distance(left: string, right: string): number {
  const a = left.slice(0, 64);
  const b = right.slice(0, 64);
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
