import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../../key";
import { incidentPolicy } from "../../policy";
import { entryColumns } from "../columns/queries";
import { type EntryRow, entryView } from "../entry-view";
import { accents, foldText, isOpen } from "./filter";
import type { CountEntries, EntryCounts, EntryFilter, ReadWindow, TimelineOrder, WindowView } from "./schema";

/** A place between entries: before the one that it names. */
type Place = { happenedAt: Date; seq: number };
type Direction = "forward" | "backward";

/**
 * A stretch of a timeline. Costs the same however long the timeline is, but for the counting that a filter or a place in the
 * order of happening asks for, which stays in the database.
 * @throws `not_found`
 */
export async function readWindow(ctx: Ctx, input: ReadWindow): Promise<WindowView> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const incident = await incidentOf(ctx.db, input.key);
  const { limit, order } = input;
  const read = (place: Place | null, direction: Direction, most: number) =>
    readRows(ctx.db, incident.id, input, place, direction, most);
  const answer = async (rows: EntryRow[], known: Partial<WindowView> = {}): Promise<WindowView> => {
    const entries = rows.map(entryView);
    const beyond = await countBeyond(ctx.db, incident, input, rows, known);
    return { entries, ...beyond, lastSeq: incident.lastSeq };
  };
  if (input.before) return answer(await read(input.before, "backward", limit));
  if (input.after) return answer(await read({ ...input.after, seq: input.after.seq + 1 }, "forward", limit));
  const middle = input.around
    ? await placeOfEntry(ctx.db, incident.id, input.around)
    : input.at && (await placeOfInstant(ctx.db, incident.id, order, input.at));
  if (middle) {
    const half = Math.ceil(limit / 2);
    const earlier = await read(middle, "backward", half);
    return answer([...earlier, ...(await read(middle, "forward", limit - half))]);
  }
  return input.from === "start"
    ? answer(await read(null, "forward", limit), { before: 0 })
    : answer(await read(null, "backward", limit), { after: 0 });
}

async function readRows(
  db: Db,
  incidentId: string,
  { order, ...filter }: ReadWindow,
  place: Place | null,
  direction: Direction,
  most: number,
): Promise<EntryRow[]> {
  const beyond = place ? (direction === "forward" ? from(order, place) : until(order, place)) : Prisma.sql`true`;
  const by = order === "happened" ? ["happened_at", "seq"] : ["seq"];
  const sorting = Prisma.raw(by.map((column) => `${column} ${direction === "forward" ? "ASC" : "DESC"}`).join(", "));
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns} FROM timeline_entry
    WHERE incident_id = ${incidentId}::uuid AND ${beyond} AND ${passing(filter)}
    ORDER BY ${sorting} LIMIT ${most}`;
  return direction === "forward" ? rows : rows.toReversed();
}

const from = (order: TimelineOrder, { happenedAt, seq }: Place) =>
  order === "recorded"
    ? Prisma.sql`seq >= ${seq}`
    : Prisma.sql`(happened_at, seq) >= (${happenedAt}::timestamptz, ${seq}::int)`;
const until = (order: TimelineOrder, { happenedAt, seq }: Place) =>
  order === "recorded"
    ? Prisma.sql`seq < ${seq}`
    : Prisma.sql`(happened_at, seq) < (${happenedAt}::timestamptz, ${seq}::int)`;

// The same folding as `foldText`: small letters, decomposed, without the marks. Plain ASCII has none, and is most of a log.
const passing = ({ kind, by, q }: EntryFilter) => Prisma.sql`
  (${kind.length === 0} OR kind::text = ANY(${kind}::text[]))
  AND (${!by} OR actor_name = ${by ?? ""})
  AND (${!q} OR strpos(CASE WHEN octet_length(body) = char_length(body) THEN lower(body)
    ELSE translate(normalize(lower(body), NFD), ${accents}, '') END, ${foldText(q ?? "")}) > 0)`;

/** How many entries lie before the first and after the last of these; what is known already is not counted. */
async function countBeyond(
  db: Db,
  { id, lastSeq }: { id: string; lastSeq: number },
  { order, ...filter }: ReadWindow,
  rows: EntryRow[],
  known: Partial<WindowView>,
): Promise<{ before: number; after: number }> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return { before: 0, after: 0 };
  if (isOpen(filter)) {
    // Numbers have no gap, so that they count.
    if (order === "recorded") return { before: first.seq - 1, after: Math.max(0, lastSeq - last.seq) };
    if (known.after === 0) return { before: Math.max(0, lastSeq - rows.length), after: 0 };
    if (known.before === 0) return { before: 0, after: Math.max(0, lastSeq - rows.length) };
  }
  const [counted] = await db.$queryRaw<{ before: number; after: number }[]>`
    SELECT count(*) FILTER (WHERE ${until(order, first)})::int AS before,
      count(*) FILTER (WHERE ${from(order, { ...last, seq: last.seq + 1 })})::int AS after
    FROM timeline_entry WHERE incident_id = ${id}::uuid AND seq <= ${lastSeq} AND ${passing(filter)}`;
  return counted ?? { before: 0, after: 0 };
}

async function placeOfEntry(db: Db, incidentId: string, seq: number): Promise<Place | null> {
  const where = { incidentId_seq: { incidentId, seq } };
  return db.timelineEntry.findUnique({ where, select: { happenedAt: true, seq: true } });
}

async function placeOfInstant(db: Db, incidentId: string, order: TimelineOrder, at: Date): Promise<Place | null> {
  if (order === "happened") return { happenedAt: at, seq: 0 };
  return db.timelineEntry.findFirst({
    where: { incidentId, recordedAt: { gte: at } },
    orderBy: { seq: "asc" },
    select: { happenedAt: true, seq: true },
  });
}

/**
 * How many entries there are of each kind and by each person, for who filters.
 * @throws `not_found`
 */
export async function countEntries(ctx: Ctx, { key }: CountEntries): Promise<EntryCounts> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const { id: incidentId } = await incidentOf(ctx.db, key);
  const by = { where: { incidentId }, _count: { _all: true } } as const;
  const kinds = await ctx.db.timelineEntry.groupBy({ by: ["kind"], ...by });
  const people = await ctx.db.timelineEntry.groupBy({ by: ["actorName"], ...by });
  return {
    kinds: kinds.map(({ kind, _count }) => ({ kind, count: _count._all })).sort((a, b) => b.count - a.count),
    people: people
      .map(({ actorName, _count }) => ({ name: actorName, count: _count._all }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
      .slice(0, 200),
  };
}

async function incidentOf(db: Db, key: string): Promise<{ id: string; lastSeq: number }> {
  const where = { number: numberOf(key) };
  const incident = await db.incident.findUnique({ where, select: { id: true, lastSeq: true } });
  if (!incident) throw new AppError("not_found", { key });
  return incident;
}
