import type { Tx } from "@/lib/db/client";

/** Key of the advisory lock under which one process at a time changes the content repository. */
const publishingLock = 7_226_014;

/** Waits until nobody else publishes; held until the transaction ends. */
export async function lockPublishing(tx: Tx): Promise<void> {
  // Whoever has it may be talking to a remote.
  await tx.$executeRaw`SET LOCAL lock_timeout = '40s'`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${publishingLock}::bigint)`;
}
