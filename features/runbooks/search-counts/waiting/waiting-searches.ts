import type { CountSearch } from "../schema";

/** A search that is to be counted, as of its day. */
export type WaitingSearch = {
  input: CountSearch;
  /** What was opened; null for nothing, and for what the library does not have. */
  runbook: string | null;
  rank: number;
  day: string;
};

/** Searches that wait at most: those of an outage of hours. What comes then is lost. */
export const mostWaiting = 1_000;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraWaitingSearches?: WaitingSearch[] };

/**
 * Keeps a search that cannot be counted while the database is away: in memory only, because what was typed is written nowhere as
 * it is. @returns whether there was room
 */
export function letWait(search: WaitingSearch): boolean {
  shared.bitacoraWaitingSearches ??= [];
  const { length } = shared.bitacoraWaitingSearches;
  if (length < mostWaiting) shared.bitacoraWaitingSearches.push(search);
  return length < mostWaiting;
}

/** Takes all that wait, in their order. */
export function takeWaiting(): WaitingSearch[] {
  const waiting = shared.bitacoraWaitingSearches ?? [];
  shared.bitacoraWaitingSearches = [];
  return waiting;
}
