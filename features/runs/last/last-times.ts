import type { RunSummary } from "../schema";

/** What became of a procedure before, over the runs that came to an end on real incidents. */
export type LastTime = {
  procedure: string;
  title: string;
  /** Ended as recovered, or with everything done. */
  worked: number;
  /** All that ended but the abandoned ones. */
  total: number;
  drills: number;
  /** The latest that worked. */
  last: {
    runId: string;
    /** `INC-42`. */
    incident: string | null;
    startedAt: string;
    /** From its start to its end. */
    seconds: number;
    /** Title of the attempt that recovered it, when one did. */
    attempt: string | null;
    failed: number;
    skipped: number;
  } | null;
};

/** Of one procedure; null when nobody has followed it to an end. */
export const lastTimeOf = (times: LastTime[], procedure: string): LastTime | null =>
  times.find((time) => time.procedure === procedure && time.total > 0) ?? null;

/** How a runbook went before: its procedures, and its latest runs, those on incidents apart from its drills. */
export type Last = { times: LastTime[]; onIncidents: RunSummary[]; drills: RunSummary[] };
export const nothingYet: Last = { times: [], onIncidents: [], drills: [] };
