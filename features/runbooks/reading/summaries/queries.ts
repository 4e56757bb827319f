import { type Library, library } from "../../library/adapter";
import { isReadable, type Runbook } from "../../library/runbook";
import { type Facets, facetsOf } from "../filters";
import { type RunbookSummary, summaryOf } from "../summary";

/** What lists show of a library on one day. */
export type Summaries = {
  runbooks: RunbookSummary[];
  byService: ReadonlyMap<string, RunbookSummary[]>;
  facets: Facets;
  /** Longest overdue first. */
  overdue: RunbookSummary[];
  /** Those whose file is refused, whether an earlier version stands in or not. */
  refused: Runbook[];
};

type Held = { library: Library; day: string; summaries: Summaries };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraSummaries?: Held };

/** The library as lists show it: gathered once per change and day, however many ask. @param now decides what is overdue, by the day (UTC) */
export async function readSummaries(now: Date): Promise<Summaries> {
  const current = await library();
  const day = now.toISOString().slice(0, 10);
  const held = shared.bitacoraSummaries;
  if (held?.library === current && held.day === day) return held.summaries;
  const summaries = summarise([...current.runbooks.values()], now);
  shared.bitacoraSummaries = { library: current, day, summaries };
  return summaries;
}

/** Whether the file as it is on disk does not pass, whatever stands in for it. */
export const isRefused = (runbook: Runbook): boolean => runbook.stale || !isReadable(runbook);

function summarise(all: Runbook[], now: Date): Summaries {
  const runbooks = all.filter(isReadable).map((runbook) => summaryOf(runbook, now));
  const byService = new Map<string, RunbookSummary[]>();
  for (const runbook of runbooks) {
    const members = byService.get(runbook.service);
    if (members) members.push(runbook);
    else byService.set(runbook.service, [runbook]);
  }
  const since = ({ overdueSince }: RunbookSummary) => overdueSince ?? "";
  return {
    runbooks,
    byService,
    facets: facetsOf(runbooks),
    overdue: runbooks.filter(since).sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)),
    refused: all.filter(isRefused),
  };
}
