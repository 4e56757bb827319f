import { v7 as uuidv7 } from "uuid";

type Search = {
  q: string;
  /** How many were found. */
  results: number;
  /** Runbook that is opened (`service/file`), and its place among the runbooks that were shown, from 1; null for none. */
  opened: { runbook: string; rank: number } | null;
  /** What `countSearch` gave back for the same search before, when it goes on: something is opened after all. */
  id?: string;
};

/**
 * Has a search counted, without who searched; sent even while the page is being left. Call it once for what somebody meant, not
 * for each letter: when they open something, and else when they stop, leave or find nothing. Never waits, throws or says anything.
 * @returns id of the search
 */
export function countSearch({ id = uuidv7(), q, results, opened }: Search): string {
  if (q.trim() === "") return id;
  // What was pasted does not even leave for this.
  const typed = q.length <= 300 && !q.includes("\n") ? q : undefined;
  void fetch("/api/v1/search/counts", {
    method: "POST",
    keepalive: true, // outlives the page
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id, q: typed, results, opened }),
  }).catch(() => {});
  return id;
}
