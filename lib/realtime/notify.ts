import type { Tx } from "@/lib/db/client";

/** Topics that listeners follow: an incident's timeline and state, a run, the content repository, people's sessions. */
export type Topic = `incident:${string}` | `run:${string}` | "runbooks" | "incidents" | "people";

export const channel = "bitacora";

/**
 * Tells every process that something changed, at commit. Carries topic and sequence number only: listeners read the rows themselves.
 */
export async function notify(tx: Tx, topic: Topic, seq: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify({ topic, seq })})`;
}
