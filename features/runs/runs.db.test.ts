import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { changeStatus } from "@/features/incidents/status/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { recordCopy } from "./copies/commands";
import { endRun } from "./ending/commands";
import { getRun, getStep, listIncidentRuns, listRuns } from "./queries";
import { ListRuns } from "./schema";
import { startRun } from "./start/commands";
import { actOnStep } from "./steps/commands";
import { setVariables } from "./variables/commands";

const body = `
<Procedure id="api-down" title="API no responde" severity="SEV1" within="10m">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
</Diagnosis>
<Remediation>
<Step id="restart" title="Reiniciar" kind="change" target="api" within="30s">
<Expect matches="ready">Listo</Expect>
<Undo>Nada.</Undo>
</Step>
<Step id="wipe" title="Vaciar la caché" kind="change" irreversible target="redis">
<Expect>Listo</Expect>
</Step>
</Remediation>
<Escalation after="5m">Llamar a backend.</Escalation>
</Procedure>`;
const runbook = "api/emergencias";
const content = contentFolder();
beforeAll(() => content.write(runbook, body, "variables:\n  - { name: HOST }\n  - { name: TOKEN, secret: true }\n"));
afterAll(() => content.remove());

const start = async (ctx: Ctx, key?: string) => startRun(ctx, { key, runbook, procedure: "api-down" });
const entriesOf = async (ctx: Ctx, key: string) => (await listEntries(ctx, { key, after: 0, limit: 100 })).entries;

describe("starting", () => {
  test("pins commit, text and plan, and says so on the timeline", async ({ as, db }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    const run = await start(ctx, key);
    expect(run).toMatchObject({
      status: "active",
      drill: false,
      incident: { key },
      focus: { stage: "work", stepId: "logs" },
    });
    expect(run.steps.map(({ id, state, version }) => [id, state, version])).toEqual([
      ["logs", "pending", 1],
      ["restart", "pending", 1],
      ["wipe", "pending", 1],
    ]);
    expect(run.escalation).toEqual({ exists: true, dueAt: "2026-01-15T03:05:00.000Z" });
    expect((await db.pinnedSource.findUniqueOrThrow({ where: { blob: run.blob } })).text).toContain("API no responde");
    expect((await entriesOf(ctx, key)).at(-1)).toMatchObject({
      kind: "step",
      runId: run.id,
      data: { event: "run-started" },
    });
  });

  test("twice with one id is one run", async ({ as, db }) => {
    const ctx = await as("responder");
    const id = v7();
    const input = { runbook, procedure: "api-down", id };
    const both = await Promise.all([startRun(ctx, input), startRun(ctx, input)]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await db.run.count({ where: { id } })).toBe(1);
  });

  test("without an incident is a drill, and so is one of a drill incident", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { kind: "drill" });
    const [alone, onDrill] = [await start(ctx), await start(ctx, key)];
    expect([alone.drill, alone.incident, onDrill.drill]).toEqual([true, null, true]);
    expect((await listIncidentRuns(ctx, { key })).runs.map(({ id }) => id)).toEqual([onDrill.id]);
    const drills = await listRuns(ctx, ListRuns.parse({ drill: "true" }));
    expect(drills.runs.map(({ id }) => id)).toEqual(expect.arrayContaining([alone.id, onDrill.id]));
  });

  test("wants a responder, a procedure that exists and an incident that is not closed", async ({ as, asNobody }) => {
    await expect(start(await as("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(start(asNobody)).rejects.toMatchObject({ code: "unauthenticated" });
    const ctx = await as("responder");
    await expect(startRun(ctx, { runbook, procedure: "nope" })).rejects.toMatchObject({ code: "not_found" });
    await expect(startRun(ctx, { runbook: "api/nope", procedure: "x" })).rejects.toMatchObject({ code: "not_found" });
    const { key } = await buildIncident(ctx);
    const run = await start(ctx, key);
    await changeStatus(ctx, { key, to: "resolved", override: false });
    await changeStatus(ctx, { key, to: "closed", override: true, reason: "prueba" });
    await expect(start(ctx, key)).rejects.toMatchObject({ code: "incident_closed" });
    const action = { runId: run.id, stepId: "logs", event: "complete", expectedVersion: 1 } as const;
    await expect(actOnStep(ctx, action)).rejects.toMatchObject({ code: "incident_closed" });
  });
});

describe("two responders on one step", () => {
  test("get one tick and one conflict that shows the current row", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { key } = await buildIncident(ana);
    const { id: runId } = await start(ana, key);
    const action = { runId, stepId: "logs", expectedVersion: 1 } as const;
    const results = await Promise.allSettled([
      actOnStep(ana, { ...action, event: "complete" }),
      actOnStep(luis, { ...action, event: "fail" }),
    ]);
    const [won] = results.filter((result) => result.status === "fulfilled");
    const [lost] = results.filter((result) => result.status === "rejected");
    expect(won?.value).toMatchObject({ id: "logs", version: 2, repeated: false });
    expect(lost?.reason).toMatchObject({
      code: "stale_version",
      details: { current: { id: "logs", version: 2, state: won?.value.state, claimedBy: won?.value.claimedBy } },
    });
    expect((await entriesOf(ana, key)).filter(({ stepId }) => stepId === "logs")).toHaveLength(1);
  });

  test("are both heard on different steps", async ({ as, db }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { id: runId } = await start(ana);
    await Promise.all([
      actOnStep(ana, { runId, stepId: "logs", event: "start", expectedVersion: 1 }),
      actOnStep(luis, { runId, stepId: "restart", event: "start", expectedVersion: 1 }),
    ]);
    const { steps } = await getRun(ana, { runId });
    expect(steps.map(({ claimedBy }) => claimedBy?.name)).toEqual(["Ana", "Luis", undefined]);
    const events = await db.runEvent.findMany({ where: { runId }, orderBy: { seq: "asc" } });
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

describe("an action", () => {
  test("sent twice with one id happens once", async ({ as, db }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: runId } = await start(ctx, key);
    const action = { runId, stepId: "logs", event: "complete", expectedVersion: 1, id: v7() } as const;
    const both = await Promise.all([actOnStep(ctx, action), actOnStep(ctx, action)]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(both.map(({ version }) => version)).toEqual([2, 2]);
    expect(await db.runEvent.count({ where: { runId } })).toBe(2);
    const other = await start(ctx);
    await expect(actOnStep(ctx, { ...action, runId: other.id })).rejects.toMatchObject({ code: "id_reused" });
  });

  test("leaves nothing behind when its timeline entry cannot be written", async ({ as, db }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: runId } = await start(ctx, key);
    const before = await entriesOf(ctx, key);
    await db.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`);
    await db.$executeRawUnsafe(
      "CREATE TRIGGER refuse_all BEFORE INSERT ON timeline_entry FOR EACH ROW EXECUTE FUNCTION refuse()",
    );
    const action = { runId, stepId: "logs", event: "complete", expectedVersion: 1 } as const;
    await expect(actOnStep(ctx, action)).rejects.toThrow(/disk full/);
    await expect(endRun(ctx, { runId, outcome: "completed" })).rejects.toThrow(/disk full/);
    await db.$executeRawUnsafe("DROP TRIGGER refuse_all ON timeline_entry");
    expect(await getRun(ctx, { runId })).toMatchObject({ status: "active", version: 1 });
    expect(await db.runEvent.count({ where: { runId } })).toBe(1);
    expect(await entriesOf(ctx, key)).toEqual(before);
    expect(await actOnStep(ctx, action)).toMatchObject({ state: "done", version: 2 });
  });

  test("keeps long output whole, and time over budget", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: runId } = await start(ctx, key);
    await actOnStep(ctx, { runId, stepId: "restart", event: "start", expectedVersion: 1 });
    clock.advance(42);
    const evidence = "línea\n".repeat(2_000);
    await actOnStep(ctx, { runId, stepId: "restart", event: "fail", expectedVersion: 2, evidence });
    expect((await getStep(ctx, { runId, stepId: "restart" })).evidence).toBe(evidence);
    const run = await getRun(ctx, { runId });
    expect(run.steps[1]?.evidence?.length).toBeLessThan(evidence.length);
    expect((await entriesOf(ctx, key)).at(-1)).toMatchObject({
      kind: "verification",
      data: { action: "fail", spent: 42, within: 30, over: 12 },
    });
  });

  test("on an irreversible step wants the target", async ({ as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    await actOnStep(ctx, { runId, stepId: "restart", event: "fail", expectedVersion: 1 });
    const wipe = { runId, stepId: "wipe", event: "complete", expectedVersion: 1 } as const;
    await expect(actOnStep(ctx, wipe)).rejects.toMatchObject({
      code: "confirmation_required",
      details: { target: "redis" },
    });
    expect(await actOnStep(ctx, { ...wipe, confirm: "redis" })).toMatchObject({ run: { status: "recovered" } });
  });
});

test("a run shows what was run, whatever becomes of the runbook", async ({ as }) => {
  const ctx = await as("responder");
  const run = await start(ctx);
  expect(run.runbookChanged).toBe(false);
  content.write(runbook, body.replaceAll("Reiniciar", "Apagar").replace("logs", "otros-logs"));
  const later = await getRun(ctx, { runId: run.id });
  expect(later.steps).toEqual(run.steps);
  expect([later.blob, later.runbookChanged]).toEqual([run.blob, true]);
  expect(await actOnStep(ctx, { runId: run.id, stepId: "logs", event: "complete", expectedVersion: 1 })).toMatchObject({
    state: "done",
  });
  content.write(runbook, body, "variables:\n  - { name: HOST }\n  - { name: TOKEN, secret: true }\n");
});

test("a copied command is on the timeline once, as filled in", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const { id: runId } = await start(ctx, key);
  const copy = { runId, stepId: "logs", command: "curl -H 'x: ••••' api-1", lang: "bash", id: v7() };
  expect([(await recordCopy(ctx, copy)).repeated, (await recordCopy(ctx, copy)).repeated]).toEqual([false, true]);
  expect((await entriesOf(ctx, key)).at(-1)?.body).toBe(
    "Copiado en **Ver los logs**:\n\n```bash\ncurl -H 'x: ••••' api-1\n```",
  );
});

test("variables are kept for everybody on the run; secrets are refused", async ({ as }) => {
  const ctx = await as("responder");
  const { id: runId } = await start(ctx);
  await setVariables(ctx, { runId, variables: { HOST: "api-1" } });
  expect((await getRun(await as("viewer"), { runId })).variables).toEqual({ HOST: "api-1" });
  await expect(setVariables(ctx, { runId, variables: { TOKEN: "s3cret" } })).rejects.toMatchObject({
    code: "validation_failed",
  });
  expect((await setVariables(ctx, { runId, variables: { HOST: null } })).variables).toEqual({});
});

test("a person ends a run with a reason where nothing on record says why", async ({ as }) => {
  const ctx = await as("responder");
  const { id: runId } = await start(ctx);
  await expect(endRun(ctx, { runId, outcome: "abandoned" })).rejects.toMatchObject({ code: "reason_required" });
  const { run } = await endRun(ctx, { runId, outcome: "abandoned", reason: "falsa alarma" });
  expect(run).toMatchObject({ status: "abandoned", endedAt: "2026-01-15T03:00:00.000Z", focus: { stage: "end" } });
  await expect(endRun(ctx, { runId, outcome: "completed" })).rejects.toMatchObject({ code: "run_ended" });
  const reopened = await actOnStep(ctx, {
    runId,
    stepId: "logs",
    event: "reopen",
    expectedVersion: 2,
    note: "no lo era",
  });
  expect(reopened.run).toMatchObject({ status: "active", endedAt: null });
});
