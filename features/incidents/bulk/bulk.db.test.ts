import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { changeStatus } from "../status/commands";
import { listEntries } from "../timeline/queries";
import { bulkLimit } from "../vocabulary";
import { appendEntries } from "./commands";
import { AppendEntries } from "./schema";

const batch = (key: string, entries: Record<string, unknown>[], more = {}) =>
  AppendEntries.parse({ key, entries, ...more });
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: v7(),
    body: `ana: línea ${at}`,
    happenedAt: new Date(Date.UTC(2026, 0, 15, 2, 0, at)).toISOString(),
  }));

describe("many entries at once", () => {
  test("five hundred are numbered in the order given, with the times given", async ({ as }) => {
    const ctx = await as("responder", "Ana");
    const { key } = await buildIncident(ctx);
    const given = lines(bulkLimit);
    const { entries, repeated } = await appendEntries(ctx, batch(key, given));
    expect(repeated).toBe(false);
    expect(entries.map(({ seq }) => seq)).toEqual(given.map((_, at) => at + 2));
    expect(entries.map(({ id, body, happenedAt }) => ({ id, body, happenedAt }))).toEqual(given);
    expect(entries[0]).toMatchObject({ kind: "note", actor: { name: "Ana" } });
    expect(AppendEntries.safeParse({ key, entries: lines(bulkLimit + 1) }).success).toBe(false);
  });

  test("sent twice they are there once, and a part that was missing is added", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const given = lines(6);
    await appendEntries(ctx, batch(key, given.slice(0, 3)));
    const both = await Promise.all([appendEntries(ctx, batch(key, given)), appendEntries(ctx, batch(key, given))]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    const { entries, lastSeq } = await listEntries(ctx, { key, after: 1, limit: 100 });
    expect(entries.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
    expect(lastSeq).toBe(7);
  });

  test("one that cannot be written keeps all of them out", async ({ as }) => {
    const ctx = await as("responder");
    const [{ key }, other] = [await buildIncident(ctx), await buildIncident(ctx)];
    const [taken, ...given] = lines(4);
    await appendEntries(ctx, batch(other.key, [taken ?? {}]));
    const wrong = [
      [{ ...taken }, "id_reused"],
      [{ body: "mañana", happenedAt: "2026-01-16T03:00:00Z" }, "future_time"],
      [{ body: "AKIAIOSFODNN7EXAMPLQ", kind: "evidence" }, "secret_found"],
    ] as const;
    for (const [entry, code] of wrong)
      await expect(appendEntries(ctx, batch(key, [...given, entry]))).rejects.toMatchObject({ code });
    expect((await listEntries(ctx, { key, after: 0, limit: 100 })).lastSeq).toBe(1);
  });

  test("a closed incident takes what happened before it closed", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { kind: "drill" });
    clock.advance(60);
    for (const to of ["resolved", "closed"] as const)
      await changeStatus(ctx, { key, to, reason: "fin", override: true });
    clock.advance(60);
    const late = { body: "antes", happenedAt: "2026-01-15T03:00:30Z" };
    expect((await appendEntries(ctx, batch(key, [late]))).entries).toHaveLength(1);
    await expect(appendEntries(ctx, batch(key, [late, { body: "ahora" }]))).rejects.toMatchObject({
      code: "incident_closed",
    });
  });

  test("a viewer cannot write them", async ({ as }) => {
    const { key } = await buildIncident(await as("responder"));
    await expect(appendEntries(await as("viewer"), batch(key, lines(1)))).rejects.toMatchObject({ code: "forbidden" });
  });
});
