import { v7 } from "uuid";
import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { runDueJobs } from "@/test/jobs";
import { getIncident } from "../queries";
import { changeStatus } from "../status/commands";
import { appendEntry } from "../timeline/commands";
import { listEntries } from "../timeline/queries";
import { AppendEntry } from "../timeline/schema";
import { publishUpdate, snoozeUpdate } from "./commands";
import { PublishUpdate } from "./schema";

const update = (key: string, more: Record<string, unknown> = {}) =>
  PublishUpdate.parse({ key, condition: "Los pagos van lentos", ...more });
const nudges = async (ctx: Ctx, key: string) =>
  (await listEntries(ctx, { key, after: 0, limit: 100 })).entries.filter(({ data }) => data.event === "update-due");

describe("an update for stakeholders", () => {
  test("keeps its parts, reads as text, and promises the next one by the severity", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { entry, incident } = await publishUpdate(ctx, update(key, { actions: "Ampliamos `db-2`", needs: "" }));
    expect(entry).toMatchObject({
      kind: "update",
      body: "**Situación**\n\nLos pagos van lentos\n\n**Qué se está haciendo**\n\nAmpliamos `db-2`",
      data: {
        condition: "Los pagos van lentos",
        actions: "Ampliamos `db-2`",
        nextUpdateAt: "2026-01-15T04:00:00.000Z",
      },
    });
    expect(incident.nextUpdateDueAt).toBe("2026-01-15T04:00:00.000Z");
  });

  test("promises what the writer says, never a time that is over", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const soon = await publishUpdate(ctx, update(key, { nextUpdateAt: "2026-01-15T03:15:00Z" }));
    expect(soon.incident.nextUpdateDueAt).toBe("2026-01-15T03:15:00.000Z");
    await expect(publishUpdate(ctx, update(key, { nextUpdateAt: "2026-01-15T02:59:00Z" }))).rejects.toMatchObject({
      code: "past_time",
    });
    expect((await publishUpdate(ctx, update(key, { nextUpdateAt: null }))).incident.nextUpdateDueAt).toBeNull();
  });

  test("as a line of text is its condition; the same id twice is one, also at the same moment", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const line = AppendEntry.parse({ key, id: v7(), body: "/update Ya responde" });
    const [first, second] = await Promise.all([appendEntry(ctx, line), appendEntry(ctx, line)]);
    expect(first).toMatchObject({ kind: "update", body: "Ya responde", data: { condition: "Ya responde" } });
    expect([first.repeated, second.repeated].sort()).toEqual([false, true]);
    expect((await getIncident(ctx, { key })).lastSeq).toBe(2);
  });

  test("after the close tells only what was said before it", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { kind: "drill" });
    await changeStatus(ctx, { key, to: "resolved", override: false });
    await changeStatus(ctx, { key, to: "closed", override: false });
    clock.advance(60);
    await expect(publishUpdate(ctx, update(key))).rejects.toMatchObject({ code: "incident_closed" });
    const late = await publishUpdate(ctx, update(key, { happenedAt: "2026-01-15T02:59:00Z" }));
    expect(late).toMatchObject({ entry: { kind: "update" }, incident: { nextUpdateDueAt: null } });
  });
});

describe("the next update", () => {
  test("that does not come is said once, at its time", async ({ as, db, databaseUrl, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    clock.advance(3_599);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await nudges(ctx, key)).toEqual([]);
    clock.advance(61);
    await runDueJobs({ db, databaseUrl, clock });
    await runDueJobs({ db, databaseUrl, clock });
    expect(await nudges(ctx, key)).toMatchObject([
      { source: "system", happenedAt: "2026-01-15T04:00:00.000Z", data: { dueAt: "2026-01-15T04:00:00.000Z" } },
    ]);
  });

  test("is put off with a reason, and then due at its new time", async ({ as, db, databaseUrl, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const at = new Date("2026-01-15T04:30:00Z");
    const { incident, entry } = await snoozeUpdate(ctx, { key, at, reason: "Esperamos al proveedor" });
    expect(incident.nextUpdateDueAt).toBe(at.toISOString());
    expect(entry.data).toMatchObject({ event: "next-update", from: "2026-01-15T04:00:00.000Z" });
    clock.advance(4_000);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await nudges(ctx, key)).toEqual([]);
    clock.advance(1_500);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await nudges(ctx, key)).toMatchObject([{ data: { dueAt: at.toISOString() } }]);
  });

  test("of two who put it off with one version in sight, the second is shown the first's", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { key } = await buildIncident(ana);
    const put = (ctx: Ctx, time: string) =>
      snoozeUpdate(ctx, { key, at: new Date(time), reason: "x", expectedVersion: 1 });
    const results = await Promise.allSettled([put(ana, "2026-01-15T05:00:00Z"), put(luis, "2026-01-15T06:00:00Z")]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "stale_version", details: { current: { version: 2 } } });
  });

  test("is nobody's once the incident is resolved", async ({ as, db, databaseUrl, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await changeStatus(ctx, { key, to: "resolved", override: false });
    clock.advance(7_200);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await nudges(ctx, key)).toEqual([]);
    await expect(snoozeUpdate(ctx, { key, at: null, reason: "x" })).rejects.toMatchObject({ code: "incident_closed" });
  });
});
