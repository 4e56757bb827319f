import type { Tx } from "@/lib/db/client";

/** What people look at: an incident, a run, a post-mortem or a runbook that is being written. `presence:` before it is the topic of who does. */
export type Watched = `incident:${string}` | `run:${string}` | `postmortem:${string}` | `runbook:${string}`;

/** Topics that listeners follow: an incident's timeline and state, a run, the runbooks, the remote of the content repository, what owners have to see to, people's sessions, reviews. */
export type Topic =
  | Watched
  | `presence:${Watched}`
  | `review:${string}`
  | "reviews"
  | "runbooks"
  | "content"
  | "incidents"
  | "people"
  | "worklist";

export const channel = "bitacora";

/**
 * Tells every process that something changed, at commit. Carries topic and sequence number only: listeners read the rows themselves.
 */
export async function notify(tx: Tx, topic: Topic, seq: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify({ topic, seq })})`;
}
