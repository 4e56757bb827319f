import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/queue";
import { portalZone } from "@/lib/time-zone";
import { addDays, dayIn } from "../../worklist/day";

export const tidyCountsTask = "search-counts-tidy";

/** Rows of each table, at most. */
export const most = { searched_query: 5_000, search_opening: 20_000, counted_search: 20_000 } as const;
type Table = keyof typeof most;
/** What goes when one is full: a tenth, so that the next one does not make room again. */
const share = 10;
/** Days that counts are kept after the last search; what was searched only once goes sooner. */
const kept = { searched: 180, once: 30, day: 400, id: 2 } as const;

// The least asked for and the longest ago first; ids of searches by their day alone.
const leastFirst = {
  searched_query: Prisma.sql`(text IS NOT NULL), dismissed_on IS NOT NULL, last_on, searched`,
  search_opening: Prisma.sql`opened > 1, last_on, opened`,
  counted_search: Prisma.sql`day`,
} satisfies Record<Table, Prisma.Sql>;

/** Sees to it, in the caller's transaction, that one more row finds a place: old and rare ones go. */
export async function makeRoom(tx: Tx, table: Table): Promise<void> {
  const name = Prisma.raw(table);
  const [{ full } = { full: false }] = await tx.$queryRaw<{ full: boolean }[]>`
    SELECT EXISTS (SELECT FROM ${name} OFFSET ${most[table] - 1}) AS full`;
  if (!full) return;
  await tx.$executeRaw`
    DELETE FROM ${name} WHERE ctid IN (SELECT ctid FROM ${name} ORDER BY ${leastFirst[table]} LIMIT ${Math.ceil(most[table] / share)})`;
}

/** Sets the first tidying of a portal that starts: now, and each day from then on. */
export const scheduleTidying = (ctx: Ctx): Promise<void> =>
  transaction(ctx.db, (tx) =>
    enqueue(tx, { task: tidyCountsTask, payload: {}, key: `${tidyCountsTask}:soon`, at: ctx.now() }),
  );

/** The daily job: what nobody searches any more is forgotten. Running it twice is running it once. */
export async function tidyCounts(ctx: Ctx): Promise<void> {
  const now = ctx.now();
  const before = (days: number) => addDays(dayIn(portalZone(), now), -days);
  await transaction(ctx.db, async (tx) => {
    await tx.searchedQuery.deleteMany({
      where: { OR: [{ lastOn: { lt: before(kept.searched) } }, { text: null, lastOn: { lt: before(kept.once) } }] },
    });
    await tx.searchOpening.deleteMany({ where: { lastOn: { lt: before(kept.searched) } } });
    await tx.searchDay.deleteMany({ where: { day: { lt: before(kept.day) } } });
    await tx.countedSearch.deleteMany({ where: { day: { lt: before(kept.id) } } });
    const at = new Date(now.getTime() + 24 * 60 * 60_000);
    await enqueue(tx, { task: tidyCountsTask, payload: {}, key: `${tidyCountsTask}:daily`, at });
  });
}
