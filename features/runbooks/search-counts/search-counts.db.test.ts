import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { connect } from "@/lib/db/client";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { countSearch } from "./commands";
import { dismissQuery, reopenQuery } from "./decide/commands";
import { readSearchCounts } from "./queries";
import { CountSearch } from "./schema";
import { most, tidyCounts } from "./tidy/commands";
import { countWaiting } from "./waiting/commands";
import { letWait, mostWaiting, takeWaiting } from "./waiting/waiting-searches";

let repo: ContentRepository;
beforeEach(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "of this test");
  repo = contentRepository("own");
});
afterEach(() => {
  vi.unstubAllEnvs();
  repo.remove();
});

test.beforeEach(async ({ db }) => {
  await db.$executeRaw`TRUNCATE searched_query, search_opening, counted_search, search_day`;
});

const at = (rank: number) => ({ runbook: "api/emergencias", rank });
type Search = { id?: string; results?: number; opened?: ReturnType<typeof at> };
const search = (ctx: Ctx, q: string | undefined, { id = randomUUID(), results = 3, opened }: Search = {}) =>
  countSearch(ctx, CountSearch.parse({ id, q, results, opened }));
const textsOf = (queries: { text: string }[]) => queries.map(({ text }) => text);

describe("counting a search", () => {
  test("keeps no text of what was searched only once, and shows it from the second time", async ({
    asNobody,
    as,
    db,
  }) => {
    await search(asNobody, "Kafka rebalance storm", { results: 0 });
    const [only] = await db.searchedQuery.findMany();
    expect(only).toMatchObject({ text: null, searched: 1, foundNothing: 1, firstOn: "2026-01-15" });
    expect((await readSearchCounts(await as("editor"))).nothing).toEqual([]);

    await search(asNobody, "kafka  REBALANCE storm", { results: 0 });
    const { nothing } = await readSearchCounts(await as("editor"));
    expect(nothing).toMatchObject([{ text: "kafka rebalance storm", searched: 2, foundNothing: 2, now: null }]);
  });

  test("counts the same search once, and what is opened after all in addition", async ({ asNobody, db }) => {
    const id = randomUUID();
    await search(asNobody, "cola atascada rabbit", { id });
    await search(asNobody, "cola atascada rabbit", { id });
    await search(asNobody, "cola atascada rabbit", { id, opened: at(4) });
    await search(asNobody, "cola atascada rabbit", { id, opened: at(4) });
    expect(await db.searchedQuery.findMany()).toMatchObject([{ searched: 1, foundNothing: 0 }]);
    expect(await db.searchOpening.findMany()).toMatchObject([{ ...at(4), opened: 1 }]);
  });

  test("loses none when many arrive at once", async ({ asNobody, db }) => {
    await Promise.all(Array.from({ length: 20 }, () => search(asNobody, "todo a la vez", { opened: at(1) })));
    expect(await db.searchedQuery.findMany()).toMatchObject([{ searched: 20, text: "todo a la vez" }]);
    expect(await db.searchOpening.findMany()).toMatchObject([{ ...at(1), opened: 20 }]);
  });

  test("keeps nothing that says who, where from, or when but the day", async ({ as, db }) => {
    const ctx = await as("responder", "Ana Ruiz Peña");
    for (const _ of [1, 2]) await search(ctx, "ana ruiz no entra desde 10.1.2.3", { results: 0 });
    const rows = JSON.stringify([
      await db.searchedQuery.findMany(),
      await db.searchOpening.findMany(),
      await db.countedSearch.findMany(),
      await db.searchDay.findMany(),
    ]);
    expect(rows).toContain("no entra desde");
    expect(rows).not.toMatch(/ana|ruiz|10\.1|T\d\d:|:\d\d/i);
    expect(rows).not.toContain(ctx.actor.id);
  });

  test("of a pasted log counts only that there was one and what it led to", async ({ asNobody, db }) => {
    for (const _ of [1, 2]) await search(asNobody, undefined, { opened: at(2) });
    for (const _ of [1, 2]) await search(asNobody, "FATAL: sin memoria\nFATAL: de ana@hotel.example");
    expect(await db.searchedQuery.count()).toBe(0);
    expect(await db.searchOpening.findMany()).toMatchObject([{ queryId: "", ...at(2), opened: 2 }]);
  });

  test("writes down no runbook that there is not", async ({ asNobody, db }) => {
    await search(asNobody, "algo raro", { opened: { runbook: "ana@hotel.example", rank: 1 } });
    expect(await db.searchOpening.count()).toBe(0);
  });

  test("waits while the database is away, in memory, and is counted once and as of its day when it is back", async ({
    asNobody,
    db,
    clock,
  }) => {
    const away = connect("postgresql://nobody@127.0.0.1:1/none", 1);
    const id = randomUUID();
    const lost = { ...asNobody, db: away };
    expect(await search(lost, "replica lag", { id })).toEqual({ counted: false, waiting: true });
    expect(await search(lost, "replica lag", { id, opened: at(2) })).toEqual({ counted: false, waiting: true });
    expect(await countWaiting({ db: away })).toBe(0);
    clock.advance(24 * 3_600);
    expect(await countWaiting({ db })).toBe(2);
    expect(await countWaiting({ db })).toBe(0);
    expect(await db.searchedQuery.findMany()).toMatchObject([{ searched: 1, text: null, lastOn: "2026-01-15" }]);
    expect(await db.searchOpening.findMany()).toMatchObject([{ ...at(2), opened: 1 }]);
    await away.$disconnect();
  });

  test("of an outage without end the memory holds so many and no more", async ({ asNobody, db }) => {
    const lost = {
      input: CountSearch.parse({ id: randomUUID(), results: 0 }),
      runbook: null,
      rank: 0,
      day: "2026-01-15",
    };
    const taken = Array.from({ length: mostWaiting + 5 }, () => letWait(lost)).filter(Boolean);
    expect(taken).toHaveLength(mostWaiting);
    expect(takeWaiting()).toHaveLength(mostWaiting);
    expect(await search({ ...asNobody, db }, "replica lag")).toEqual({ counted: true, waiting: false });
  });

  test("is for members where runbooks are", async ({ asNobody, as }) => {
    vi.stubEnv("READ_ACCESS", "members");
    await expect(search(asNobody, "replica lag")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await search(await as("viewer"), undefined)).toEqual({ counted: true, waiting: false });
  });
});

describe("what editors see", () => {
  test("the most frequent first; what finds something now is settled; what led far down or nowhere is apart", async ({
    as,
    asNobody,
  }) => {
    const ctx = await as("editor");
    repo.write("runbooks/api/emergencias.mdx", runbook("Emergencias"));
    for (const _ of [1, 2]) await search(asNobody, "zookeeper quorum", { results: 0 });
    for (const _ of [1, 2, 3]) await search(asNobody, "terraform drift", { results: 0 });
    for (const _ of [1, 2]) await search(asNobody, "emergencias", { results: 0 });
    for (const _ of [1, 2]) await search(asNobody, "al tercero", { opened: at(3) });
    for (const _ of [1, 2]) await search(asNobody, "al primero", { opened: at(1) });
    for (const _ of [1, 2]) await search(asNobody, "ninguno");
    const counts = await readSearchCounts(ctx);
    expect(textsOf(counts.nothing)).toEqual(["terraform drift", "zookeeper quorum"]);
    expect(counts.settled).toMatchObject([
      { text: "emergencias", now: { path: "api/emergencias", title: "Emergencias" } },
    ]);
    expect(textsOf(counts.late).sort()).toEqual(["al tercero", "ninguno"]);
    expect(counts.late.find(({ text }) => text === "al tercero")?.openings).toEqual([
      { path: "api/emergencias", title: "Emergencias", rank: 3, opened: 2 },
    ]);
    expect(counts.mostOpened).toEqual([
      { path: "api/emergencias", title: "Emergencias", opened: 4, first: 2, late: 2 },
    ]);
    expect(counts.days.at(-1)).toMatchObject({ day: "2026-01-15" });
  });

  test("a query can be dismissed and put back; it stays away when it is searched again", async ({ as, asNobody }) => {
    const ctx = await as("editor", "Ana");
    for (const _ of [1, 2]) await search(asNobody, "menu del comedor", { results: 0 });
    const queryId = (await readSearchCounts(ctx)).nothing[0]?.id ?? "";
    await dismissQuery(ctx, { queryId });
    await search(asNobody, "menu del comedor", { results: 0 });
    const counts = await readSearchCounts(ctx);
    expect(counts.nothing).toEqual([]);
    expect(counts.dismissed).toMatchObject([{ id: queryId, searched: 3, dismissed: { on: "2026-01-15", by: "Ana" } }]);
    await reopenQuery(ctx, { queryId });
    expect(textsOf((await readSearchCounts(ctx)).nothing)).toEqual(["menu del comedor"]);
    await expect(dismissQuery(await as("responder"), { queryId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(dismissQuery(ctx, { queryId: "0".repeat(32) })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the tables are bounded", () => {
  test("what was searched once is forgotten after a month, the rest after half a year", async ({
    as,
    asNobody,
    db,
    clock,
  }) => {
    await search(asNobody, "una sola vez");
    for (const _ of [1, 2]) await search(asNobody, "dos veces");
    clock.advance(40 * 24 * 60 * 60);
    await tidyCounts(await as("admin"));
    expect(await db.searchedQuery.findMany()).toMatchObject([{ text: "dos veces" }]);
    expect(await db.countedSearch.count()).toBe(0);
    clock.advance(160 * 24 * 60 * 60);
    await tidyCounts(await as("admin"));
    await tidyCounts(await as("admin"));
    expect(await db.searchedQuery.count()).toBe(0);
    const jobs = await db.$queryRaw<
      unknown[]
    >`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'search-counts-tidy'`;
    expect(jobs).toHaveLength(1);
  });

  test("a full table makes room, the rare and old first", async ({ asNobody, db }) => {
    const days = { firstOn: "2026-01-01", lastOn: "2026-01-14" };
    const rows = Array.from({ length: most.searched_query - 1 }, (_, n) => ({
      id: `${n}`,
      searched: 1,
      foundNothing: 0,
      ...days,
    }));
    const frequent = { id: "f".repeat(32), text: "frecuente", searched: 9, foundNothing: 9, ...days };
    await db.searchedQuery.createMany({ data: [...rows, frequent] });
    await search(asNobody, "una mas");
    expect(await db.searchedQuery.count()).toBe(most.searched_query * 0.9 + 1);
    expect(await db.searchedQuery.findUnique({ where: { id: frequent.id } })).toMatchObject({ searched: 9 });
  });
});
