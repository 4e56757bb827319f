import type { RunbookPath } from "../artifact";
import type { RunbookSummary } from "../reading/summary";
import type { TypedFilter } from "../search/filters";
import type { SearchResult } from "../search/search";

/** What a screen says of a runbook beside what was found in it. Days are UTC, `YYYY-MM-DD`. */
export type RunbookFacts = Pick<RunbookSummary, "lang" | "owner" | "criticality" | "overdueSince"> & {
  reviewed: string | null;
  /** Day on which somebody has to vouch for it again; null when it is never due. */
  dueOn: string | null;
};

/** A section that answers, with what one has to know before acting on it. */
export type FoundSection = SearchResult &
  RunbookFacts & {
    /** Id of the procedure that the section is, or is a step of: what can be started. */
    procedure: string | null;
  };

/** A place of a runbook that is offered where nothing answers. */
export type Offered = { path: RunbookPath; anchor: string; title: string; service: string; lang: string };

/** What is there instead of an answer. */
export type Instead = {
  /** Procedures whose names resemble the query, or that answer it outside its filters. */
  nearest: Offered[];
  /** What the named services do first in any incident. */
  checklists: Offered[];
  /** Services that the query names or is narrowed to. */
  services: string[];
};

/** What answers a query, best first. */
export type Answer = {
  results: FoundSection[];
  /** The filters that were typed, and what each stands for. */
  filters: TypedFilter[];
  /** The filter that is being typed, completed: whole queries. */
  completions: { value: string; query: string }[];
  /** Telling words that stand in no runbook, as they were typed: what the results are not about. None while any is missing. */
  unknown: string[];
  /** Set when there is no result. */
  instead: Instead | null;
  /** Runbooks that were not searched yet, while a large library is read for the first time: they may answer too. */
  missing: number;
  /** Set by a browser that answers by itself, over what it took along. */
  offline?: true;
};

export const noAnswer: Answer = { results: [], filters: [], completions: [], unknown: [], instead: null, missing: 0 };

/** The sections of one runbook: the best, and the others beneath it. */
export type FoundRunbook = { path: string; best: FoundSection; others: FoundSection[] };

/** Results by runbook, in the order of each one's best. */
export function byRunbook(results: FoundSection[]): FoundRunbook[] {
  const groups = new Map<string, FoundRunbook>();
  for (const section of results) {
    const group = groups.get(section.path);
    if (group) group.others.push(section);
    else groups.set(section.path, { path: section.path, best: section, others: [] });
  }
  return [...groups.values()];
}
