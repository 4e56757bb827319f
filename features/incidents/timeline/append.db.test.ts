import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { changeStatus } from "../status/commands";
import { appendEntry } from "./commands";
import { listEntries } from "./queries";
import { AppendEntry, ListEntries } from "./schema";

const sent = (key: string, body: string, more: Record<string, unknown> = {}) =>
  AppendEntry.parse({ key, body, ...more });
const page = (key: string, more: Record<string, unknown> = {}) => ListEntries.parse({ key, ...more });

describe("appending to a timeline", () => {
  test("numbers entries 1, 2, 3 … without a gap under sixteen writers who also repeat themselves", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const writer = async (w: number) => {
      for (let i = 0; i < 12; i++) {
        const entry = sent(key, `writer ${w}, entry ${i}`, { id: v7() });
        const [first, second] = await Promise.all([appendEntry(ctx, entry), appendEntry(ctx, entry)]);
        const third = await appendEntry(ctx, entry);
        expect([first.repeated, second.repeated].sort()).toEqual([false, true]);
        expect(third).toMatchObject({ repeated: true, seq: first.seq });
        expect(second.seq).toBe(first.seq);
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, w) => writer(w)));
    const { entries, lastSeq } = await listEntries(ctx, page(key, { limit: 500 }));
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 1 + 16 * 12 }, (_, i) => i + 1));
    expect(lastSeq).toBe(entries.length);
  });

  test("keeps who, when it happened and when it was written down", async ({ as, clock }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    clock.advance(840);
    const entry = await appendEntry(ctx, sent(key, "-14m reinicié `db-2`"));
    expect(entry).toMatchObject({
      seq: 2,
      kind: "note",
      body: "reinicié `db-2`",
      happenedAt: "2026-01-15T03:00:00.000Z",
      recordedAt: "2026-01-15T03:14:00.000Z",
      actor: { name: "Ana Gómez" },
      source: "web",
      repeated: false,
    });
  });

  test("takes a text with a kind word for word", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const entry = await appendEntry(ctx, sent(key, "/sev 1", { kind: "note" }));
    expect(entry).toMatchObject({ kind: "note", body: "/sev 1" });
  });

  test("refuses an id that belongs to another incident", async ({ as }) => {
    const ctx = await as("responder");
    const [one, two] = [await buildIncident(ctx), await buildIncident(ctx)];
    const id = v7();
    await appendEntry(ctx, sent(one.key, "aquí", { id }));
    await expect(appendEntry(ctx, sent(two.key, "allí", { id }))).rejects.toMatchObject({ code: "id_reused" });
    expect((await listEntries(ctx, page(two.key))).lastSeq).toBe(1);
  });

  test("refuses the future, but not a clock that runs a little ahead", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const future = sent(key, "x", { happenedAt: "2026-01-15T04:00:00+00:00" });
    await expect(appendEntry(ctx, future)).rejects.toMatchObject({ code: "future_time" });
    const ahead = await appendEntry(ctx, sent(key, "x", { happenedAt: "2026-01-15T03:00:30Z" }));
    expect(ahead.happenedAt).toBe("2026-01-15T03:00:00.000Z");
  });

  test("says of a sender's clock that it is wrong, and keeps the time that it told", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const entry = (happenedAt: string, sentAt: string) =>
      appendEntry(ctx, sent(key, "x", { happenedAt, sentAt, kind: "note" }));
    const ahead = { data: { clock: { skewMs: 180_000 } } };
    expect(await entry("2026-01-15T02:50:00Z", "2026-01-15T03:03:00Z")).toMatchObject({
      ...ahead,
      happenedAt: "2026-01-15T02:50:00.000Z",
    });
    // Ten seconds before it was sent: by our clock that is not in the future.
    expect(await entry("2026-01-15T03:02:50Z", "2026-01-15T03:03:00Z")).toMatchObject({
      ...ahead,
      happenedAt: "2026-01-15T02:59:50.000Z",
    });
    expect((await entry("2026-01-15T02:50:00Z", "2026-01-15T03:00:01Z")).data).toEqual({});
  });

  test("a closed incident takes only what happened before it closed", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { kind: "drill" });
    await changeStatus(ctx, { key, to: "resolved", override: false });
    await changeStatus(ctx, { key, to: "closed", override: false });
    clock.advance(3_600);
    await expect(appendEntry(ctx, sent(key, "ahora"))).rejects.toMatchObject({ code: "incident_closed" });
    const late = await appendEntry(ctx, sent(key, "-2h lo que faltaba"));
    expect(late).toMatchObject({ happenedAt: "2026-01-15T02:00:00.000Z", recordedAt: "2026-01-15T04:00:00.000Z" });
  });

  test.for([
    ["viewer", "forbidden"],
    ["nobody", "unauthenticated"],
  ] as const)("is not for a %s", async ([who, code], { as, asNobody }) => {
    const { key } = await buildIncident(await as("responder"));
    const ctx = who === "nobody" ? asNobody : await as(who);
    await expect(appendEntry(ctx, sent(key, "x"))).rejects.toMatchObject({ code });
  });
});

describe("quick entry", () => {
  test("really does what it says, with one entry each", async ({ as, db }) => {
    const ctx = await as("responder", "Luis Peña");
    const { key, id } = await buildIncident(ctx);
    await appendEntry(ctx, sent(key, "/sev 1"));
    await appendEntry(ctx, sent(key, "/estado monitorizando ya responde"));
    await appendEntry(ctx, sent(key, "/lead yo"));
    await appendEntry(ctx, sent(key, "/update Recuperado"));
    const row = await db.incident.findUniqueOrThrow({ where: { id }, include: { roles: true } });
    expect(row).toMatchObject({
      severity: "SEV1",
      status: "monitoring",
      roles: [{ role: "lead", personName: "Luis Peña" }],
    });
    const { entries } = await listEntries(ctx, page(key, { after: 1 }));
    expect(entries.map(({ kind, body }) => [kind, body])).toEqual([
      ["severity", "SEV2 → SEV1"],
      ["status", "investigating → monitoring\n\nya responde"],
      ["role", "lead: Luis Peña"],
      ["update", "Recuperado"],
    ]);
  });

  test("a command sent twice under one id is one change", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const entry = sent(key, "/sev 1", { id: v7() });
    const first = await appendEntry(ctx, entry);
    expect(await appendEntry(ctx, entry)).toEqual({ ...first, repeated: true });
  });

  test.for([
    ["/sev 9", "quick_entry_unclear", { problem: "unknown_severity" }],
    ["23:59 mañana", "future_time", { time: "23:59" }],
    ["/lead @nadie", "unknown_person", { person: "nadie", candidates: [] }],
    ["/status closed", "invalid_transition", { from: "investigating" }],
  ] as const)("%s is refused and leaves nothing", async ([body, code, details], { as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    // At 16:00, so that 23:59 is neither today's nor within twelve hours.
    const at = { ...ctx, now: () => new Date("2026-01-15T16:00:00Z") };
    await expect(appendEntry(at, sent(key, body))).rejects.toMatchObject({ code, details });
    expect((await listEntries(ctx, page(key))).lastSeq).toBe(1);
  });
});
