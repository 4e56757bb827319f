import pg from "pg";
import { expect, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { fillTimeline, manyEntries } from "@/test/long-timeline";
import { getIncident } from "../../queries";
import { readMark } from "../../reading/queries";
import { appendEntry } from "../commands";
import { AppendEntry } from "../schema";
import { readWindow } from "./queries";
import { ReadWindow } from "./schema";

// The driver's own collector of rows, which its types leave out.
const collector = pg.Result.prototype as pg.Result & { addRow: (row: unknown) => void };

/** Statements that PostgreSQL was sent meanwhile, and rows that it answered with. */
async function cost(work: () => Promise<unknown>): Promise<{ statements: number; rows: number }> {
  const [sent, came] = [vi.spyOn(pg.Client.prototype, "query"), vi.spyOn(collector, "addRow")];
  try {
    await work();
    return { statements: sent.mock.calls.length, rows: came.mock.calls.length };
  } finally {
    sent.mockRestore();
    came.mockRestore();
  }
}

/** What the page of an incident reads of its timeline. */
const open = (ctx: Ctx, key: string) => async () => {
  const { id } = await getIncident(ctx, { key });
  await readWindow(ctx, ReadWindow.parse({ key, limit: 15 }));
  await readMark(ctx, id);
};
const append = (ctx: Ctx, key: string) => () =>
  appendEntry(ctx, AppendEntry.parse({ key, body: "otra", kind: "note" }));

test("20,000 entries are opened, paged and added to at the price of 20", async ({ as, databaseUrl }) => {
  const ctx = await as("responder");
  const [long, short] = [await buildIncident(ctx), await buildIncident(ctx)];
  await fillTimeline(databaseUrl, long.key, manyEntries);
  await fillTimeline(databaseUrl, short.key, 20);
  const earlier = (key: string) => () => readWindow(ctx, ReadWindow.parse({ key, around: 11, limit: 10 }));

  for (const does of [open, append, (_: Ctx, key: string) => earlier(key)]) {
    const [big, small] = [await cost(does(ctx, long.key)), await cost(does(ctx, short.key))];
    expect(big).toEqual(small);
    expect(small.statements).toBeGreaterThan(0);
    expect(small.rows).toBeGreaterThan(0);
    expect(small.rows).toBeLessThan(40);
  }
  const { entries, before, lastSeq } = await readWindow(ctx, ReadWindow.parse({ key: long.key }));
  expect([entries.length, before, lastSeq]).toEqual([100, manyEntries + 2 - 100, manyEntries + 2]);
});
