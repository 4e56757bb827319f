/**
 * The members of a longest rising subsequence: what kept its order while the others moved around it.
 * @param numbers distinct, in their present order
 */
export function risingRun(numbers: number[]): Set<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of numbers) {
    const found = ends.findIndex((end) => end >= value);
    const at = found < 0 ? ends.length : found;
    before.set(value, ends[at - 1]);
    ends[at] = value;
  }
  const members = new Set<number>();
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) members.add(last);
  return members;
}
