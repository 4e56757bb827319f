/** Fewer runs than this teach nothing. */
export const leastRuns = 5;

/**
 * The time within which three of four stayed: the 75th percentile by nearest rank, a time that somebody really took.
 * @param seconds of finished runs, in any order
 * @returns whole seconds, or null while there are too few
 */
export function usualTime(seconds: number[]): number | null {
  if (seconds.length < leastRuns) return null;
  const rank = Math.ceil(0.75 * seconds.length);
  return Math.round(seconds.toSorted((a, b) => a - b)[rank - 1] ?? 0);
}
