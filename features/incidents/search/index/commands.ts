import { setTimeout as sleep } from "node:timers/promises";
import { groupBy } from "@/features/runbooks/reading/group";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";
import { log } from "@/lib/log";
import { keyOf } from "../../key";
import type { EntryKind } from "../../timeline/schema";
import { searchTerms, wordsOf } from "../document";
import { entryPoints } from "../entry-points";
import { entryMarks, factMarks, mergedMarks } from "../marks";

export const indexTask = "incident-search";

type Behind = {
  id: string;
  number: number;
  title: string;
  summary: string;
  rootCause: string | null;
  services: string[];
  labels: Record<string, string>;
  version: number;
  /** Entries read so far. */
  seq: number;
  marks: string[];
  procedures: string[];
};
export type IndexedEntry = {
  id: string;
  incidentId: string;
  seq: number;
  kind: EntryKind;
  body: string;
  revision: number;
};

/** Incidents and entries that are read at once; a reader waits for one such round at the most. */
const rounds = { incidents: 100, entries: 500 };
const patienceMs = 5_000;
/** Whoever searches waits this long for a round of somebody else: what they look for may be in it. */
const readerWaitsMs = 500;
const stepMs = 20;
const lock = 4_025;

/**
 * Reads what was written since the last time into the index, up to 500 entries of 100 incidents. Appending to a timeline pays
 * nothing for being found (docs/decisions/0025-the-past.md).
 * @param waitMs for somebody else who is at it
 * @returns whether there is more; false as well when somebody else is still at it
 */
export function indexMore(ctx: Ctx, waitMs = 0): Promise<boolean> {
  return transaction(ctx.db, async (tx) => {
    if (!(await takeTurn(tx, waitMs))) return false;
    const behind = await readBehind(tx);
    if (behind.length === 0) return false;
    const entries = await readEntries(tx, behind);
    await writeEntries(tx, entries);
    // With a full round, the entries of the last incident met, and of those after it, were not all read.
    const cut = entries.length === rounds.entries ? entries.at(-1)?.incidentId : undefined;
    const until = behind.findIndex(({ id }) => id === cut);
    const read = cut === undefined ? behind : behind.slice(0, until + 1);
    await writeFacts(tx, read, entries);
    await writeWords(tx, read, entries);
    return cut !== undefined || behind.length === rounds.incidents;
  });
}

async function takeTurn(tx: Tx, waitMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += stepMs) {
    const [{ free } = { free: false }] = await tx.$queryRaw<{ free: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${lock}::int, 1) AS free`;
    if (free || waited >= waitMs) return free;
    await sleep(stepMs);
  }
}

/** Reads what was written in the last moments, before a search. One that misses it is better than none. */
export async function catchUp(ctx: Ctx): Promise<void> {
  await indexMore(ctx, readerWaitsMs).catch((error: unknown) =>
    log.warn("the index of incidents was not brought up to date", { error }),
  );
}

/**
 * The job behind it: keeps what a search has to catch up with small. Comes back at once while there is more, else in a minute. It
 * rests as long as it works, because those who write have no less to do than it has.
 */
export async function keepIndexed(ctx: Ctx): Promise<void> {
  const until = performance.now() + patienceMs;
  let more = true;
  while (more && performance.now() < until) {
    const began = performance.now();
    more = await indexMore(ctx);
    if (more) await sleep(performance.now() - began);
  }
  await scheduleIndexing(ctx, more ? 0 : 60);
}

/** @param seconds from now */
export async function scheduleIndexing(ctx: Ctx, seconds = 0): Promise<void> {
  const at = new Date(ctx.now().getTime() + seconds * 1_000);
  await enqueue(ctx.db, { task: indexTask, payload: {}, key: indexTask, at });
}

/** Reads a corrected entry anew in the caller's transaction, so that it is found by what it says now and by nothing else. */
export const indexCorrection = (tx: Tx, entry: IndexedEntry): Promise<void> => writeEntries(tx, [entry]);

const readBehind = (tx: Tx) => tx.$queryRaw<Behind[]>`
  SELECT i.id, i.number, i.title, i.summary, i.root_cause AS "rootCause", coalesce(i.services, '{}') AS services, i.labels, i.version,
    coalesce(s.seq, 0) AS seq, coalesce(s.marks, '{}') AS marks,
    ARRAY(SELECT DISTINCT runbook || '#' || procedure FROM run WHERE run.incident_id = i.id) AS procedures
  FROM incident i LEFT JOIN incident_search s ON s.incident_id = i.id
  WHERE s.incident_id IS NULL OR s.seq < i.last_seq OR s.version < i.version
  ORDER BY i.number DESC LIMIT ${rounds.incidents}::int`;

const readEntries = (tx: Tx, behind: Behind[]) => tx.$queryRaw<IndexedEntry[]>`
  SELECT e.id, e.incident_id AS "incidentId", e.seq, e.kind::text AS kind, left(e.body, 50000) AS body, e.revision
  FROM jsonb_to_recordset(${JSON.stringify(behind.map(({ id, number, seq }) => ({ id, number, seq })))}::jsonb)
    AS behind (id uuid, number int, seq int)
  CROSS JOIN LATERAL (
    SELECT * FROM timeline_entry
    WHERE incident_id = behind.id AND timeline_entry.seq > behind.seq
    ORDER BY timeline_entry.seq LIMIT ${rounds.entries}::int
  ) e
  ORDER BY behind.number DESC, e.seq LIMIT ${rounds.entries}::int`;

async function writeEntries(tx: Tx, entries: IndexedEntry[]): Promise<void> {
  const rows = entries.filter(saysMore).map(({ id, incidentId, revision, kind, body }) => ({
    entry_id: id,
    incident_id: incidentId,
    revision,
    points: entryPoints[kind],
    terms: searchTerms([{ text: body, weight: "D" }]),
  }));
  await tx.$executeRaw`
    INSERT INTO entry_search (entry_id, incident_id, revision, points, terms)
    SELECT entry_id, incident_id, revision, points, terms::tsvector
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (entry_id uuid, incident_id uuid, revision int, points real, terms text)
    ON CONFLICT (entry_id) DO UPDATE SET revision = EXCLUDED.revision, terms = EXCLUDED.terms
    WHERE entry_search.revision < EXCLUDED.revision`;
}

/** The entry of the declaration repeats the title and the summary, which are read as facts. */
const saysMore = ({ seq, kind }: IndexedEntry) => seq > 1 || kind !== "status";

async function writeFacts(tx: Tx, incidents: Behind[], entries: IndexedEntry[]): Promise<void> {
  const told = new Map(groupBy(entries, ({ incidentId }) => incidentId));
  const rows = incidents.map((incident) => {
    const own = told.get(incident.id) ?? [];
    return {
      incident_id: incident.id,
      seq: own.at(-1)?.seq ?? incident.seq,
      version: incident.version,
      terms: factTerms(incident),
      marks: mergedMarks(factMarks(incident, incident.procedures), incident.marks, own.flatMap(entryMarks)),
    };
  });
  await tx.$executeRaw`
    INSERT INTO incident_search (incident_id, seq, version, terms, marks)
    SELECT incident_id, seq, version, terms::tsvector, ARRAY(SELECT jsonb_array_elements_text(marks))
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (incident_id uuid, seq int, version int, terms text, marks jsonb)
    ON CONFLICT (incident_id) DO UPDATE
    SET seq = EXCLUDED.seq, version = EXCLUDED.version, terms = EXCLUDED.terms, marks = EXCLUDED.marks`;
}

const factTerms = ({ number, title, rootCause, services, summary, labels }: Behind) =>
  searchTerms([
    { text: keyOf(number), weight: "A" },
    { text: title, weight: "A" },
    { text: rootCause ?? "", weight: "B" },
    { text: services.join("\n"), weight: "B" },
    { text: summary, weight: "C" },
    { text: Object.values(labels).join("\n"), weight: "C" },
  ]);

async function writeWords(tx: Tx, incidents: Behind[], entries: IndexedEntry[]): Promise<void> {
  const facts = incidents.flatMap(({ title, rootCause, summary }) => [title, rootCause ?? "", summary]);
  const words = [...wordsOf([...facts, ...entries.map(({ body }) => body)])].sort();
  await tx.$executeRaw`INSERT INTO search_word (word) SELECT unnest(${words}::text[]) ON CONFLICT DO NOTHING`;
}
