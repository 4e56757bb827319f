// One pair of words at a time: the rows of the table are reused.
const rowsFor = (length: number) => Array.from({ length: 3 }, () => new Uint16Array(length + 1));
let rows = rowsFor(64);

/** Optimal string alignment distance of two words, given up as soon as it exceeds `limit`. */
export function slips(a: string, b: string, limit: number): number {
  if ((rows[0] as Uint16Array).length <= b.length) rows = rowsFor(2 * b.length);
  let [before, row, next] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j += 1) row[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((row[j - 1] as number) + (same ? 0 : 1), (row[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        best = Math.min(best, (before[j - 2] as number) + 1);
      next[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    [before, row, next] = [row, next, before];
  }
  return row[b.length] as number;
}
