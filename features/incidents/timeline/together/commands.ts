import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { EntryRow } from "../entry-view";
import { insertEntries, type ReadyEntry } from "../record/commands";

/** Entries that share a commit at the most. */
const most = 100;

type Waiting = { entry: ReadyEntry; settle: (row: EntryRow | null) => void };
type Queue = { waiting: Waiting[]; writing: boolean };

// A queue per database and incident; gone when nobody waits in it.
const queues = new WeakMap<Db, Map<number, Queue>>();

/**
 * Writes an entry on an open incident together with those that arrive while the one before is being written: they wait for the
 * incident's row and the disk once and not one after the other.
 * @returns the row, committed; null when they could not be written together (closed, no such incident, an id that is taken, a
 *   database that is away), and each has to be tried by itself to learn why
 */
export function insertTogether(db: Db, number: number, entry: ReadyEntry): Promise<EntryRow | null> {
  const incidents = queues.get(db) ?? new Map<number, Queue>();
  queues.set(db, incidents);
  const queue = incidents.get(number) ?? { waiting: [], writing: false };
  incidents.set(number, queue);
  return new Promise((settle) => {
    queue.waiting.push({ entry, settle });
    if (!queue.writing) void drain(db, number, queue).finally(() => incidents.delete(number));
  });
}

async function drain(db: Db, number: number, queue: Queue): Promise<void> {
  queue.writing = true;
  while (queue.waiting.length > 0) {
    const group = queue.waiting.splice(0, most);
    const rows = await write(db, number, group);
    for (const [index, { settle }] of group.entries()) settle(rows[index] ?? null);
  }
  queue.writing = false;
}

async function write(db: Db, number: number, group: Waiting[]): Promise<EntryRow[]> {
  const ids = new Set(group.map(({ entry }) => entry.id));
  if (ids.size < group.length) return [];
  const open = Prisma.sql`number = ${number} AND status <> 'closed'`;
  try {
    return await insertEntries(
      db,
      open,
      group.map(({ entry }) => entry),
    );
  } catch {
    // Each is written by itself next, and says what is wrong with it.
    return [];
  }
}
