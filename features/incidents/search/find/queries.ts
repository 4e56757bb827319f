import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { EntryKind } from "../../timeline/schema";
import { incidentStatuses } from "../../vocabulary";
import { causePoints, factPoints, titlePoints } from "../entry-points";
import type { QueryWord } from "../query-words";
import type { SearchIncidents } from "../schema";

export type FoundRow = { id: string; score: number; entryCount: number };
export type FoundEntry = {
  id: string;
  incidentId: string;
  seq: number;
  kind: EntryKind;
  happenedAt: string;
  actor: string;
  body: string;
  retracted: boolean;
  corrected: boolean;
};
type Count = { of: "status" | "severity" | "kind"; value: string; count: number };

/** What one statement finds. */
export type Found = {
  page: FoundRow[];
  entries: FoundEntry[];
  counts: Count[];
  total: number;
  /** Words that the best of them have. */
  covered: number;
  /** Places in the query of the words that are found anywhere. */
  known: number[];
};

/** Entries that one word brings at most: one that stands in more of them tells nothing apart. */
const perWord = 5_000;
const shownEntries = 3;
/** A meaning in the other language, or the beginning of a word, is worth so much of the word itself. */
const inexact = 0.6;

/**
 * Finds incidents in one statement. Each word brings the incidents that have it, in their facts or in an entry, with the points
 * of its best place; a rare word is worth more. Those that have all of the words are found, or else those that have the most.
 * Without words, all incidents that the filters let through, the newest first.
 */
export async function find(db: Db, words: QueryWord[], filters: SearchIncidents): Promise<Found> {
  const offset = Number(filters.cursor ?? 0);
  const [row] = await db.$queryRaw<{ found: Found }[]>`
    WITH ${words.length > 0 ? byWords(words) : everything},
    known AS MATERIALIZED (
      SELECT i.id, i.number, i.status, i.severity, i.kind, scored.score, scored.covered,
        ${statusCondition(filters.status)} AS of_status,
        ${filters.severity ? Prisma.sql`i.severity = ${filters.severity}::"Severity"` : Prisma.sql`true`} AS of_severity,
        ${filters.kind ? Prisma.sql`i.kind = ${filters.kind}::"IncidentKind"` : Prisma.sql`true`} AS of_kind
      FROM scored JOIN incident i ON i.id = scored.incident_id
      WHERE ${Prisma.join([Prisma.sql`true`, ...conditions(filters)], " AND ")}
    ),
    covering AS (SELECT max(covered) AS most FROM known WHERE of_status AND of_severity AND of_kind),
    matching AS (SELECT known.* FROM known, covering WHERE covered = most),
    page AS (
      SELECT id, number, score FROM matching WHERE of_status AND of_severity AND of_kind
      ORDER BY score DESC, number DESC OFFSET ${offset}::int LIMIT ${filters.limit}::int
    ),
    answering AS (
      SELECT hit.incident_id, entry_id, row_number() OVER best AS place, count(*) OVER (PARTITION BY hit.incident_id) AS count
      FROM page JOIN hit ON hit.incident_id = page.id JOIN rarity USING (n)
      WHERE entry_id IS NOT NULL
      GROUP BY hit.incident_id, entry_id
      WINDOW best AS (PARTITION BY hit.incident_id ORDER BY count(*) DESC, sum(points * worth) DESC, entry_id DESC)
    )
    SELECT json_build_object(
      'page', (SELECT coalesce(json_agg(json_build_object('id', id, 'score', score, 'entryCount',
        coalesce((SELECT max(count) FROM answering WHERE incident_id = page.id), 0)) ORDER BY score DESC, number DESC), '[]') FROM page),
      'entries', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'incidentId', e.incident_id, 'seq', e.seq, 'kind', e.kind,
        'happenedAt', e.happened_at, 'actor', e.actor_name, 'body', left(e.body, 20000), 'retracted', e.retracted_at IS NOT NULL,
        'corrected', e.revision > 0) ORDER BY e.retracted_at IS NOT NULL, place), '[]')
        FROM answering JOIN timeline_entry e ON e.id = entry_id WHERE place <= ${shownEntries}::int),
      'counts', (SELECT coalesce(json_agg(c), '[]') FROM (
        SELECT 'status' AS of, status::text AS value, count(*) FROM matching WHERE of_severity AND of_kind GROUP BY status
        UNION ALL
        SELECT 'severity', severity::text, count(*) FROM matching WHERE of_status AND of_kind GROUP BY severity
        UNION ALL
        SELECT 'kind', kind::text, count(*) FROM matching WHERE of_status AND of_severity GROUP BY kind) c),
      'total', (SELECT count(*) FROM matching WHERE of_status AND of_severity AND of_kind),
      'covered', (SELECT coalesce(most, 0) FROM covering),
      'known', (SELECT coalesce(json_agg(n), '[]') FROM rarity)
    ) AS found`;
  if (!row) throw new Error("a statement without FROM gives one row");
  return row.found;
}

const everything = Prisma.sql`
  hit AS (SELECT NULL::int AS n, NULL::uuid AS incident_id, NULL::uuid AS entry_id, NULL::float AS points WHERE false),
  rarity AS (SELECT NULL::int AS n, NULL::float AS worth WHERE false),
  scored AS (SELECT id AS incident_id, 0 AS covered, 0::float AS score FROM incident)`;

const byWords = (words: QueryWord[]) => {
  const asked = words.map(({ query, exact, title, named }, n) => ({ n, query, exact, title, named }));
  return Prisma.sql`
    word AS (
      SELECT n, query::tsquery, exact::tsquery, title::tsquery, named::tsquery
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS w (n int, query text, exact text, title text, named text)
    ),
    hit AS MATERIALIZED (
      SELECT n, incident_id, entry_id, points * CASE WHEN found.terms @@ exact THEN 1 ELSE ${inexact}::float END AS points
      FROM word CROSS JOIN LATERAL (
        SELECT incident_id, NULL::uuid AS entry_id, terms, CASE WHEN terms @@ title THEN ${titlePoints}::float
          WHEN terms @@ named THEN ${causePoints}::float ELSE ${factPoints}::float END AS points
        FROM incident_search WHERE terms @@ query
        UNION ALL
        (SELECT incident_id, entry_id, terms, points FROM entry_search WHERE terms @@ query LIMIT ${perWord}::int)
      ) found
    ),
    best AS (SELECT n, incident_id, max(points) AS points FROM hit GROUP BY n, incident_id),
    rarity AS (
      SELECT n, ln(1 + (SELECT count(*) FROM incident_search)::float / count(*)) AS worth FROM best GROUP BY n
    ),
    scored AS (
      SELECT incident_id, count(*)::int AS covered, sum(points * worth) AS score FROM best JOIN rarity USING (n)
      GROUP BY incident_id
    )`;
};

const active = incidentStatuses.filter((status) => status !== "resolved" && status !== "closed");

function statusCondition(status: SearchIncidents["status"]): Prisma.Sql {
  if (status === "all") return Prisma.sql`true`;
  return Prisma.sql`i.status = ANY (${status === "active" ? active : [status]}::"IncidentStatus"[])`;
}

function conditions({ service, from, to, person }: SearchIncidents): Prisma.Sql[] {
  return [
    service ? [Prisma.sql`i.services @> ARRAY[${service}]::text[]`] : [],
    from ? [Prisma.sql`i.declared_at >= ${from}::date`] : [],
    to ? [Prisma.sql`i.declared_at < ${to}::date + 1`] : [],
    person
      ? [
          Prisma.sql`i.id IN (SELECT incident_id FROM incident_role
          WHERE position(${folded(Prisma.sql`${person}`)} IN ${folded(Prisma.sql`person_name`)}) > 0)`,
        ]
      : [],
  ].flat();
}

/** Accents and case folded, for short texts that are compared whole. */
const folded = (text: Prisma.Sql) =>
  Prisma.sql`lower(regexp_replace(normalize(${text}::text, NFD), '[\u0300-\u036f]', '', 'g'))`;
