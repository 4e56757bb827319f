import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { portalZone } from "@/lib/time-zone";
import { listRunbooks } from "../library/queries";
import { isReadable } from "../library/runbook";
import { searchRunbooks } from "../search/queries";
import { addDays, dayIn } from "../worklist/day";
import { worklistPolicy } from "../worklist/policy";
import { lateRank, type OpenedRunbook, type SearchCounts, type SearchedQuery } from "./schema";

/** Days of the picture, and rows of each list, at most. */
const shown = { days: 28, rows: 50 } as const;

type Row = {
  id: string;
  text: string;
  searched: number;
  foundNothing: number;
  lastOn: string;
  dismissedOn: string | null;
  dismissedBy: string | null;
  opened: number;
  late: number;
};

/** What searches came to: of those that were made twice or more, the most frequent. What they find now is looked up. */
export async function readSearchCounts(ctx: Ctx): Promise<SearchCounts> {
  authorize(worklistPolicy, "read", ctx.actor, null);
  const since = addDays(dayIn(portalZone(), ctx.now()), 1 - shown.days);
  const [days, rows, mostOpened, titles] = await Promise.all([
    ctx.db.searchDay.findMany({ where: { day: { gte: since } }, orderBy: { day: "asc" } }),
    telling(ctx),
    openedMost(ctx),
    titlesByPath(),
  ]);
  const title = (path: string) => titles.get(path) ?? path;
  const openings = await openingsOf(ctx, rows);
  const queries = await Promise.all(
    rows.map(async (row): Promise<SearchedQuery> => {
      const [best] = row.foundNothing > 0 && !row.dismissedOn ? await searchRunbooks(row.text, 1) : [];
      const { id, text, searched, foundNothing, opened, lastOn, dismissedOn, dismissedBy } = row;
      return {
        id,
        text,
        searched,
        foundNothing,
        opened,
        lastOn,
        now: best ? { path: best.path, title: title(best.path) } : null,
        openings: (openings.get(id) ?? []).map((one) => ({ ...one, title: title(one.path) })),
        dismissed: dismissedOn ? { on: dismissedOn, by: dismissedBy ?? "" } : null,
      };
    }),
  );
  const open = queries.filter(({ dismissed }) => !dismissed);
  const failed = open.filter(({ foundNothing }) => foundNothing > 0);
  return {
    days: eachDay(since, days),
    nothing: failed.filter(({ now }) => !now),
    settled: failed.filter(({ now }) => now),
    late: open.filter(({ foundNothing }) => foundNothing === 0),
    dismissed: queries.filter(({ dismissed }) => dismissed),
    mostOpened: mostOpened.map((one) => ({ ...one, title: title(one.path) })),
  };
}

/** Every day, with those on which nobody searched. */
const eachDay = (since: string, counted: SearchCounts["days"]): SearchCounts["days"] =>
  Array.from({ length: shown.days }, (_, at) => {
    const day = addDays(since, at);
    return counted.find((one) => one.day === day) ?? { day, searched: 0, foundNothing: 0, opened: 0 };
  });

/** Queries about which something could be done: found nothing, or nothing of use near the top. */
const telling = (ctx: Ctx) => ctx.db.$queryRaw<Row[]>`
  WITH opening AS (
    SELECT query_id, sum(opened)::int AS opened, (sum(opened) FILTER (WHERE rank >= ${lateRank}))::int AS late
    FROM search_opening GROUP BY query_id
  ), known AS (
    SELECT id, text, searched, found_nothing AS "foundNothing", last_on AS "lastOn", dismissed_on AS "dismissedOn",
      dismissed_by AS "dismissedBy", coalesce(opened, 0) AS opened, coalesce(late, 0) AS late
    FROM searched_query LEFT JOIN opening ON query_id = id WHERE text IS NOT NULL
  ), numbered AS (
    SELECT *, row_number() OVER (
      PARTITION BY "dismissedOn" IS NULL, "foundNothing" > 0 ORDER BY greatest("foundNothing", 1) DESC, searched DESC, "lastOn" DESC, id
    ) AS place
    FROM known WHERE "foundNothing" > 0 OR opened = late OR "dismissedOn" IS NOT NULL
  )
  SELECT * FROM numbered WHERE place <= ${shown.rows} ORDER BY place`;

async function openingsOf(ctx: Ctx, rows: Row[]) {
  const found = await ctx.db.searchOpening.findMany({
    where: { queryId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ opened: "desc" }, { rank: "asc" }],
  });
  const byQuery = new Map<string, { path: string; rank: number; opened: number }[]>();
  for (const { queryId, runbook, rank, opened } of found) {
    byQuery.set(queryId, [...(byQuery.get(queryId) ?? []), { path: runbook, rank, opened }]);
  }
  return byQuery;
}

const openedMost = (ctx: Ctx) => ctx.db.$queryRaw<Omit<OpenedRunbook, "title">[]>`
  SELECT runbook AS path, sum(opened)::int AS opened, coalesce(sum(opened) FILTER (WHERE rank = 1), 0)::int AS first,
    coalesce(sum(opened) FILTER (WHERE rank >= ${lateRank}), 0)::int AS late
  FROM search_opening GROUP BY runbook ORDER BY 2 DESC, 1 LIMIT 10`;

async function titlesByPath(): Promise<Map<string, string>> {
  const runbooks = (await listRunbooks()).filter(isReadable);
  return new Map(runbooks.map(({ path, outline }) => [path, outline.frontMatter.title]));
}
