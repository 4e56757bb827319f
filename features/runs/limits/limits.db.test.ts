import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import { system } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { runDueJobs } from "@/test/jobs";
import { endRun } from "../ending/commands";
import { getRun } from "../queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { extendLimit, reachLimit } from "./commands";

const runbook = "pagos/api";
const body = `
<Procedure id="api-down" title="API no responde" within="10m">
<Remediation>
<Step id="restart" title="Reiniciar" kind="change" target="api" within="30s">
<Expect>Listo</Expect>
<Undo>Nada.</Undo>
</Step>
<Step id="look" title="Mirar" />
</Remediation>
<Escalation after="5m">Llamar a backend.</Escalation>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write(runbook, body));
afterAll(() => content.remove());

async function startedRun(ctx: Ctx) {
  const { key } = await buildIncident(ctx);
  const run = await startRun(ctx, { key, runbook, procedure: "api-down" });
  return { key, runId: run.id, run };
}
const on = (ctx: Ctx, runId: string, event: "start" | "complete" | "fail" | "reopen", expectedVersion: number) =>
  actOnStep(ctx, { runId, stepId: "restart", event, expectedVersion, note: "porque sí" });
const limitsOf = async (ctx: Ctx, key: string) =>
  (await listEntries(ctx, { key, after: 0, limit: 100 })).entries.filter(({ data }) => data.event === "run-limit");

describe("a limit", () => {
  test("of a step under way goes on the record once, when it is reached", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key, runId } = await startedRun(ctx);
    await on(ctx, runId, "start", 1);
    clock.advance(29);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toEqual([]);

    clock.advance(1);
    await runDueJobs({ db, databaseUrl, clock });
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toMatchObject([
      {
        kind: "step",
        stepId: "restart",
        runId,
        actor: { id: null, name: "Bitácora" },
        source: "system",
        happenedAt: "2026-01-15T03:00:30.000Z",
        body: "⏱ **Reiniciar** lleva más de lo previsto: 0:30",
        data: { clock: "step", limit: 30, late: 0 },
      },
    ]);
    const events = await db.runEvent.findMany({ where: { runId, event: "limit" } });
    expect(events).toMatchObject([{ stepId: "restart", actorName: "Bitácora" }]);
  });

  test("is recorded late, at the time it was due, when the portal was down", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key, runId } = await startedRun(ctx);
    await on(ctx, runId, "start", 1);
    clock.advance(300 + 7_200);
    await runDueJobs({ db, databaseUrl, clock });
    const told = await limitsOf(ctx, key);
    expect(told.map(({ happenedAt, recordedAt, data }) => [data.clock, happenedAt, recordedAt, data.late])).toEqual(
      expect.arrayContaining([
        ["step", "2026-01-15T03:00:30.000Z", "2026-01-15T05:05:00.000Z", 7_470],
        ["escalation", "2026-01-15T03:05:00.000Z", "2026-01-15T05:05:00.000Z", 7_200],
        ["procedure", "2026-01-15T03:10:00.000Z", "2026-01-15T05:05:00.000Z", 6_900],
      ]),
    );
    expect(told).toHaveLength(3);
    expect(told[0]?.body).toContain("el portal no estaba en marcha");
  });

  test("of a finished step is no matter any more", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key, runId } = await startedRun(ctx);
    await on(ctx, runId, "start", 1);
    await on(ctx, runId, "fail", 2);
    clock.advance(60);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toEqual([]);
  });

  test("begins anew with a step that is started again", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key, runId } = await startedRun(ctx);
    await on(ctx, runId, "start", 1);
    clock.advance(20);
    await on(ctx, runId, "reopen", 2);
    await on(ctx, runId, "start", 3);
    clock.advance(20);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toEqual([]);
    clock.advance(10);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toMatchObject([{ happenedAt: "2026-01-15T03:00:50.000Z" }]);
  });

  test("says nothing on a run that has ended, and stands again when it is reopened", async ({
    as,
    db,
    clock,
    databaseUrl,
  }) => {
    const ctx = await as("responder");
    const { key, runId } = await startedRun(ctx);
    const { version } = await on(ctx, runId, "complete", 1);
    expect((await getRun(ctx, { runId })).clocks).toEqual([]);
    clock.advance(301);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toEqual([]);
    await on(ctx, runId, "reopen", version);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toMatchObject([
      { kind: "escalation", happenedAt: "2026-01-15T03:05:00.000Z", data: { clock: "escalation" } },
    ]);
  });

  test("called twice is recorded once, also by two instances at the same moment", async ({ as, db, clock }) => {
    const ctx = await as("responder");
    const { key, runId } = await startedRun(ctx);
    clock.advance(300);
    const portal: Ctx = { ...ctx, db, actor: system, source: "system" };
    const due = { runId, clock: "escalation", dueAt: "2026-01-15T03:05:00.000Z" };
    await Promise.all([reachLimit(portal, due), reachLimit(portal, due)]);
    await reachLimit(portal, due);
    expect(await limitsOf(ctx, key)).toHaveLength(1);
  });
});

describe("more time", () => {
  test("moves the limit, on the record, and the old one passes in silence", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key, runId } = await startedRun(ctx);
    const started = await on(ctx, runId, "start", 1);
    const stepClock = started.run.clocks.find(({ kind }) => kind === "step");
    expect(stepClock).toMatchObject({ key: "step:restart", limit: 30, dueAt: "2026-01-15T03:00:30.000Z" });
    clock.advance(10);
    const dueAt = new Date("2026-01-15T03:00:30.000Z");
    const { run } = await extendLimit(ctx, { runId, clock: "step:restart", seconds: 300, dueAt });
    expect(run.clocks).toContainEqual(
      expect.objectContaining({ key: "step:restart", limit: 330, dueAt: "2026-01-15T03:05:30.000Z" }),
    );
    clock.advance(100);
    await runDueJobs({ db, databaseUrl, clock });
    expect(await limitsOf(ctx, key)).toEqual([]);
    expect((await listEntries(ctx, { key, after: 0, limit: 100 })).entries.at(-1)).toMatchObject({
      actor: { name: "Ana Gómez" },
      data: { event: "run-limit-extended", clock: "step", seconds: 300, limit: 330 },
    });
    clock.advance(220);
    await runDueJobs({ db, databaseUrl, clock });
    expect((await limitsOf(ctx, key)).map(({ data }) => [data.clock, data.limit])).toEqual(
      expect.arrayContaining([
        ["step", 330],
        ["escalation", 300],
      ]),
    );
  });

  test("after the limit counts from now, and the new limit is reached anew", async ({ as, db, clock, databaseUrl }) => {
    const ctx = await as("responder");
    const { key, runId } = await startedRun(ctx);
    await on(ctx, runId, "start", 1);
    clock.advance(60);
    await runDueJobs({ db, databaseUrl, clock });
    const dueAt = new Date("2026-01-15T03:00:30.000Z");
    const { run } = await extendLimit(ctx, { runId, clock: "step:restart", seconds: 120, dueAt });
    expect(run.clocks[0]).toMatchObject({ limit: 180, dueAt: "2026-01-15T03:03:00.000Z" });
    clock.advance(120);
    await runDueJobs({ db, databaseUrl, clock });
    expect((await limitsOf(ctx, key)).map(({ happenedAt }) => happenedAt)).toEqual([
      "2026-01-15T03:00:30.000Z",
      "2026-01-15T03:03:00.000Z",
    ]);
  });

  test("asked for by two at once is given once; the same id twice is one", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { runId } = await startedRun(ctx);
    await on(ctx, runId, "start", 1);
    clock.advance(5);
    const input = { runId, clock: "step:restart", seconds: 60, dueAt: new Date("2026-01-15T03:00:30.000Z") };
    const id = v7();
    expect(await extendLimit(ctx, { ...input, id })).toMatchObject({ repeated: false });
    expect(await extendLimit(ctx, { ...input, id })).toMatchObject({ repeated: true });
    await expect(extendLimit(ctx, input)).rejects.toMatchObject({ code: "stale_version" });
  });

  test("needs a clock that runs, on a run that goes on, and somebody who may act", async ({ as }) => {
    const ctx = await as("responder");
    const { runId } = await startedRun(ctx);
    const input = { runId, clock: "step:restart", seconds: 60, dueAt: new Date("2026-01-15T03:00:30.000Z") };
    await expect(extendLimit(ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(extendLimit(await as("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
    await endRun(ctx, { runId, outcome: "completed" });
    await expect(extendLimit(ctx, input)).rejects.toMatchObject({ code: "run_ended" });
  });
});
