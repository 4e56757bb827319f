import type { SearchedQuery } from "./schema";

/** The lists of queries. */
export type QueryKind = "nothing" | "late" | "settled" | "dismissed";

/** What a list goes by: failures, or searches that found something. */
export const countOf = (kind: QueryKind, { foundNothing, searched }: SearchedQuery): number =>
  kind === "late" || foundNothing === 0 ? searched : foundNothing;
