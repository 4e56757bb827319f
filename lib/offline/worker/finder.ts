/** What answers a query, as the portal's own search says it. */
export type Found = {
  path: string;
  service: string;
  title: string;
  heading: string;
  anchor: string;
  kind: "page" | "procedure" | "step" | "checklist" | "triage" | "section";
  snippet: string;
  /** Start and end of each match, in UTF-16 units of `snippet`. */
  matches: [number, number][];
  score: number;
};

/** The search of the runbooks, which `lib` cannot reach for: given what `/api/v1/search-index` answered, it answers queries. */
export type MakeFinder = (index: unknown) => (query: string, limit: number) => Found[];
