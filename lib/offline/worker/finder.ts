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
  /** Of the runbook; empty where it is not known. */
  lang: string;
  criticality: "critical" | "high" | "medium" | "low" | null;
  /** Days (UTC, `YYYY-MM-DD`). */
  reviewed: string | null;
  overdueSince: string | null;
};

/** What answers a query; whatever else the portal's own answer has is passed on as it is. */
export type Answered = {
  results: Found[];
  /** Typed filters: those without values stand for nothing that is known. */
  filters: { typed: string; values: string[]; nearest: string[] }[];
  /** Set where nothing answers. */
  instead: { nearest: { path: string; anchor: string; title: string; service: string }[] } | null;
};

/** The search of the runbooks, which `lib` cannot reach for: given what `/api/v1/search-index` answered, it answers queries. */
export type MakeFinder = (index: unknown) => (query: string, limit: number) => Answered;
