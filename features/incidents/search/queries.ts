import { fold } from "@/features/runbooks/search/fold";
import { slips } from "@/features/runbooks/search/slips";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { severities } from "@/lib/severity";
import { incidentSummary } from "../incident-view";
import { incidentPolicy } from "../policy";
import { incidentKinds, incidentStatuses } from "../vocabulary";
import { type Found, type FoundEntry, find } from "./find/queries";
import { catchUp } from "./index/commands";
import { type QueryWord, queryWords } from "./query-words";
import type { FoundIncident, IncidentSearchPage, MatchedEntry } from "./schema";
import { SearchIncidents } from "./schema";
import { matchesIn, snippetOf } from "./snippet";
import { typedFilters } from "./typed-filters";

/**
 * Incidents that answer a query, best first, a page at a time. What was written in the last moments is read into the index first,
 * up to 500 entries of it. A word that is nowhere is taken for the one that it resembles, which the answer says.
 */
export async function searchIncidents(ctx: Ctx, input: SearchIncidents): Promise<IncidentSearchPage> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  await catchUp(ctx);
  const { text, filters: typed } = typedFilters(input.q ?? "");
  const filters = SearchIncidents.parse({ ...input, ...typed });
  let words = queryWords(text);
  let found = await find(ctx.db, words, filters);
  let corrected: IncidentSearchPage["corrected"] = [];
  const unknown = words.filter((_, n) => !found.known.includes(n));
  if (unknown.length > 0 && found.covered < words.length) {
    corrected = await meantBy(ctx.db, unknown);
    if (corrected.length > 0) {
      words = corrected.reduce(
        (all, { from, to }) => all.flatMap((word) => (word.text === from ? queryWords(`${to} `) : [word])),
        words,
      );
      found = await find(ctx.db, words, filters);
    }
  }
  return { ...(await present(ctx.db, found, words, filters)), corrected };
}

async function present(db: Db, found: Found, words: QueryWord[], { cursor, limit }: SearchIncidents) {
  const ids = found.page.map(({ id }) => id);
  const rows = await db.incident.findMany({
    where: { id: { in: ids } },
    include: { roles: { where: { until: null } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const incidents = found.page.flatMap(({ id, score, entryCount }): FoundIncident[] => {
    const row = byId.get(id);
    if (!row) return [];
    const cause = snippetOf(row.rootCause ?? "", words);
    const entries = found.entries.filter(({ incidentId }) => incidentId === id);
    return [
      {
        ...incidentSummary(row),
        titleMatches: matchesIn(row.title, words),
        cause: cause.matches.length > 0 ? cause : null,
        entries: entries.map((entry) => matchedEntry(entry, words)),
        entryCount,
        score,
      },
    ];
  });
  const next = Number(cursor ?? 0) + limit;
  return {
    incidents,
    total: found.total,
    counts: {
      status: countsOf(found, "status", incidentStatuses),
      severity: countsOf(found, "severity", severities),
      kind: countsOf(found, "kind", incidentKinds),
    },
    complete: found.covered >= words.length,
    nextCursor: next < found.total ? String(next) : null,
  };
}

const matchedEntry = (
  { id, seq, kind, happenedAt, actor, body, retracted, corrected }: FoundEntry,
  words: QueryWord[],
): MatchedEntry => ({
  id,
  seq,
  kind,
  happenedAt: new Date(happenedAt).toISOString(),
  actor,
  ...snippetOf(body, words),
  retracted,
  corrected,
});

function countsOf<V extends string>({ counts }: Found, of: Found["counts"][number]["of"], values: readonly V[]) {
  const count = (value: V) => counts.find((row) => row.of === of && row.value === value)?.count ?? 0;
  return Object.fromEntries(values.map((value) => [value, count(value)])) as Record<V, number>;
}

/** Words of the index that mistyped ones were meant to be: near in trigrams, and within one slip, or two of a long word. */
async function meantBy(db: Db, unknown: QueryWord[]): Promise<{ from: string; to: string }[]> {
  const asked = unknown
    .filter(({ text }) => /^\p{L}{4,24}$/u.test(text))
    .map(({ text }) => ({ text, folded: fold(text) }));
  if (asked.length === 0) return [];
  const rows = await db.$queryRaw<{ text: string; word: string }[]>`
    SELECT asked.text, near.word FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked (text text, folded text)
    CROSS JOIN LATERAL (
      SELECT word FROM search_word WHERE word % asked.folded ORDER BY similarity(word, asked.folded) DESC, word LIMIT 20
    ) near`;
  return asked.flatMap(({ text, folded }) => {
    const allowed = folded.length >= 8 ? 2 : 1;
    const near = rows
      .filter((row) => row.text === text)
      .map(({ word }) => ({ word, far: slips(folded, word, allowed) }))
      .filter(({ far }) => far <= allowed)
      .toSorted((a, b) => a.far - b.far);
    return near[0] ? [{ from: text, to: near[0].word }] : [];
  });
}
