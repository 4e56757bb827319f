import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntry } from "../commands";
import { AppendEntry } from "../schema";
import { countEntries, readWindow } from "./queries";
import { ReadWindow } from "./schema";

const read = (ctx: Ctx, key: string, more: Record<string, unknown> = {}) =>
  readWindow(ctx, ReadWindow.parse({ key, ...more }));

/** An incident of `entries` notes a minute apart, the oldest first, of which each tenth is remembered three hours late. */
async function longIncident(ctx: Ctx, entries = 40): Promise<string> {
  const { key } = await buildIncident(ctx);
  for (let n = 1; n <= entries; n++) {
    const happenedAt = new Date(ctx.now().getTime() - (n % 10 === 0 ? 180 + entries - n : entries - n) * 60_000);
    const body = n % 4 === 0 ? `Conexión ${n} caída` : `nota ${n}`;
    await appendEntry(
      ctx,
      AppendEntry.parse({ key, kind: n % 5 === 0 ? "decision" : "note", body, happenedAt: happenedAt.toISOString() }),
    );
  }
  return key;
}

const seqs = ({ entries }: { entries: { seq: number }[] }) => entries.map(({ seq }) => seq);
const cursor = (entry?: { happenedAt: string; seq: number }) => `${entry?.happenedAt},${entry?.seq}`;

describe("a stretch of a timeline", () => {
  test.for(["happened", "recorded"] as const)(
    "pages by %s time meet every entry once, from either end",
    async (order, { as }) => {
      const ctx = await as("responder");
      const key = await longIncident(ctx);
      const whole = seqs(await read(ctx, key, { order, limit: 200 }));
      expect(whole.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));

      const back: number[] = [];
      let page = await read(ctx, key, { order, limit: 7 });
      for (back.unshift(...seqs(page)); page.before > 0; back.unshift(...seqs(page))) {
        expect(page.before + page.entries.length + page.after).toBe(41);
        page = await read(ctx, key, { order, limit: 7, before: cursor(page.entries[0]) });
      }
      expect(back).toEqual(whole);

      const forth: number[] = [];
      page = await read(ctx, key, { order, limit: 7, from: "start" });
      for (forth.push(...seqs(page)); page.after > 0; forth.push(...seqs(page))) {
        page = await read(ctx, key, { order, limit: 7, after: cursor(page.entries.at(-1)) });
      }
      expect(forth).toEqual(whole);
    },
  );

  test("what was remembered late stands where it happened, or where it was written down", async ({ as }) => {
    const ctx = await as("responder");
    const key = await longIncident(ctx);
    expect(seqs(await read(ctx, key, { from: "start", limit: 3 }))).toEqual([11, 21, 31]);
    expect(seqs(await read(ctx, key, { from: "start", limit: 3, order: "recorded" }))).toEqual([1, 2, 3]);
  });

  test("is found around an entry and from an instant on", async ({ as }) => {
    const ctx = await as("responder");
    const key = await longIncident(ctx);
    expect(await read(ctx, key, { around: 20, limit: 4, order: "recorded" })).toMatchObject({
      entries: [{ seq: 18 }, { seq: 19 }, { seq: 20 }, { seq: 21 }],
      before: 17,
      after: 20,
    });
    const at = new Date(ctx.now().getTime() - 10 * 60_000).toISOString();
    const { entries } = await read(ctx, key, { at, limit: 2 });
    expect(entries.map(({ happenedAt }) => happenedAt >= at)).toEqual([false, true]);
  });

  test("holds what the filter lets through, accents ignored, and counts it", async ({ as }) => {
    const ctx = await as("responder", "Ana Gómez");
    const key = await longIncident(ctx);
    const found = await read(ctx, key, { q: "CONEXION", limit: 3 });
    expect(found).toMatchObject({ before: 7, after: 0 });
    expect(found.entries.every(({ body }) => body.startsWith("Conexión"))).toBe(true);
    expect((await read(ctx, key, { q: "caída", kind: "decision,update" })).entries).toHaveLength(2);
    expect((await read(ctx, key, { by: "Nadie" })).entries).toEqual([]);
    expect((await read(ctx, key, { q: "100%_" })).entries).toEqual([]);
    expect(await countEntries(ctx, { key })).toEqual({
      kinds: [
        { kind: "note", count: 32 },
        { kind: "decision", count: 8 },
        { kind: "status", count: 1 },
      ],
      people: [{ name: "Ana Gómez", count: 41 }],
    });
  });

  test("is for members, and of incidents that are there", async ({ as, asNobody }) => {
    const { key } = await buildIncident(await as("responder"));
    await expect(read(asNobody, key)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(read(await as("viewer"), "INC-99999")).rejects.toMatchObject({ code: "not_found" });
    expect(seqs(await read(await as("viewer"), key, { around: 500 }))).toEqual([1]);
  });
});
