// The package names a declaration file that it does not ship.
declare module "node-diff3" {
  type Region = { ok: string[] } | { ok?: undefined; conflict: { a: string[]; o: string[]; b: string[] } };
  /** Three-way merge of lists: `a` and `b` both come from `o`. */
  export function diff3Merge(
    a: string[],
    o: string[],
    b: string[],
    options?: { excludeFalseConflicts?: boolean; stringSeparator?: string },
  ): Region[];
  /** Where two lists differ: start and length in each. */
  export function diffIndices(
    one: string[],
    other: string[],
  ): { buffer1: [start: number, length: number]; buffer2: [start: number, length: number] }[];
}
