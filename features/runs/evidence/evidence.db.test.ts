import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { retractEntry } from "@/features/incidents/timeline/correct/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getRun, getStep } from "../queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { recordEvidence } from "./commands";
import { RecordEvidence } from "./schema";
import { withdrawEvidence } from "./withdraw/commands";

const body = `
<Procedure id="down" title="Caída">
<Remediation>
<Step id="restart" title="Reiniciar" kind="change" evidence="required">
<Expect matches='"status": *"(ready|healthy)"'>Sano</Expect>
<Undo>Nada.</Undo>
</Step>
</Remediation>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write("api/emergencias", body));
afterAll(() => content.remove());

const healthy = 'HTTP/1.1 200 OK\n{"status": "healthy"}\n';
const unhealthy = 'HTTP/1.1 503\n{"status": "unhealthy"}\n';
const start = (ctx: Ctx, key?: string) => startRun(ctx, { runbook: "api/emergencias", procedure: "down", key });
const record = (ctx: Ctx, runId: string, text: string, more: object = {}) =>
  recordEvidence(ctx, RecordEvidence.parse({ runId, stepId: "restart", text, ...more }));
const withdraw = (ctx: Ctx, runId: string, evidenceId: string, reason = "") =>
  withdrawEvidence(ctx, { runId, stepId: "restart", evidenceId, reason });

describe("recorded output", () => {
  test("comes back with what it says of the expectation, and answers nothing", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: runId } = await start(ctx, key);
    const failed = await record(ctx, runId, unhealthy);
    const pattern = '"status": *"(ready|healthy)"';
    expect(failed.proposal).toEqual({ verdict: "failed", ranges: [], missing: [{ pattern, near: [13, 36] }] });
    const passed = await record(ctx, runId, healthy);
    expect(passed.proposal).toEqual({ verdict: "passed", ranges: [[17, 36]], missing: [] });
    expect(passed.run).toMatchObject({
      status: "active",
      steps: [{ state: "pending", evidence: healthy, version: 3 }],
    });
    expect(passed.run.evidence.map(({ output }) => output?.proposal?.verdict)).toEqual(["failed", "passed"]);
    const { entries } = await listEntries(ctx, { key, after: 0, limit: 100 });
    expect(entries.slice(-2).map(({ kind, body }) => [kind, body.split("\n")[0]])).toEqual([
      ["evidence", "Salida de **Reiniciar**, no aparece lo esperado:"],
      ["evidence", "Salida de **Reiniciar**, coincide con lo esperado:"],
    ]);
  });

  test("is what the answer rests on, also after taking the step up", async ({ as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    await record(ctx, runId, healthy);
    await actOnStep(ctx, { runId, stepId: "restart", event: "start", expectedVersion: 2 });
    const done = await actOnStep(ctx, { runId, stepId: "restart", event: "complete", expectedVersion: 3 });
    expect(done).toMatchObject({ state: "done", evidence: healthy, run: { status: "recovered" } });
    expect((await record(ctx, runId, unhealthy)).run).toMatchObject({
      status: "recovered",
      steps: [{ state: "done", evidence: healthy }],
    });
  });

  test("twice with one id is one record", async ({ as, db }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const id = v7();
    const both = await Promise.all([record(ctx, runId, healthy, { id }), record(ctx, runId, healthy, { id })]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await db.runEvent.count({ where: { runId, event: "evidence" } })).toBe(1);
  });

  test("shows the part where the match is, and keeps all of it", async ({ as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const text = `${"ruido\n".repeat(20_000)}${healthy}${"más\n".repeat(20_000)}`;
    const { run } = await record(ctx, runId, text);
    const output = run.evidence[0]?.output;
    expect(output?.length).toBe(text.length);
    expect(output?.text).toHaveLength(2_000);
    const [from = 0, to = 0] = output?.proposal?.ranges[0] ?? [];
    expect(output?.text.slice(from - output.from, to - output.from)).toBe('"status": "healthy"');
    expect((await getStep(ctx, { runId, stepId: "restart" })).evidence).toBe(text);
  });

  test("with a secret is refused, or recorded with it masked, as the sender says", async ({ as, db }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const text = `${healthy}DATABASE_URL=postgres://app:hunter2@db/x`;
    await expect(record(ctx, runId, text)).rejects.toMatchObject({
      code: "secret_found",
      details: { found: [{ field: "text", kind: "url_password" }] },
    });
    await record(ctx, runId, text, { secrets: "mask" });
    const kept = JSON.stringify([await db.runEvent.findMany({ where: { runId } }), await getRun(ctx, { runId })]);
    expect(kept).toContain("postgres://app:••••••@db/x");
    expect(kept).not.toContain("hunter2");
  });

  test("is not for viewers", async ({ as, asNobody }) => {
    const { id: runId } = await start(await as("responder"));
    await expect(record(await as("viewer"), runId, healthy)).rejects.toMatchObject({ code: "forbidden" });
    await expect(record(asNobody, runId, healthy)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("taking evidence back", () => {
  test("needs no reason before the step is finished; the output before it stands again", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: runId } = await start(ctx, key);
    await record(ctx, runId, unhealthy);
    const { id } = await record(ctx, runId, healthy);
    const { run } = await withdraw(ctx, runId, id);
    expect(run.steps[0]).toMatchObject({ evidence: unhealthy });
    expect(run.evidence[1]?.withdrawn).toMatchObject({ by: "responder de guardia" });
    const { entries } = await listEntries(ctx, { key, after: 0, limit: 100 });
    expect(entries.find((entry) => entry.id === id)?.retracted).toMatchObject({
      reason: "Quitado antes de terminar el paso",
    });
    const again = await withdraw(ctx, runId, id);
    expect(again.run.version).toBe(run.version);
  });

  test("wants one afterwards, and what was answered stays as it was", async ({ as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const { id } = await record(ctx, runId, healthy);
    await actOnStep(ctx, { runId, stepId: "restart", event: "complete", expectedVersion: 2 });
    await expect(withdraw(ctx, runId, id)).rejects.toMatchObject({ code: "reason_required" });
    const { run } = await withdraw(ctx, runId, id, "era de otro servidor");
    expect(run.evidence[0]?.withdrawn).toMatchObject({ reason: "era de otro servidor" });
    expect(run.steps[0]).toMatchObject({ state: "done", evidence: healthy });
  });

  test("is for whoever sent it and for editors", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { id: runId } = await start(ana);
    const { id } = await record(ana, runId, healthy);
    await expect(withdraw(luis, runId, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdraw(ana, runId, v7())).rejects.toMatchObject({ code: "not_found" });
    expect((await withdraw(await as("editor"), runId, id)).run.evidence[0]?.withdrawn).not.toBeNull();
  });

  test("on the timeline takes it back from the step too", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: runId } = await start(ctx, key);
    const { id } = await record(ctx, runId, healthy);
    await retractEntry(ctx, { key, entryId: id, reason: "mal pegado" });
    expect((await getRun(ctx, { runId })).evidence[0]?.withdrawn).toMatchObject({ reason: "mal pegado" });
  });
});
