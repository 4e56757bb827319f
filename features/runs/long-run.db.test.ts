import pg from "pg";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { longProcedure } from "@/test/long-run";
import { getRun } from "./queries";
import { startRun } from "./start/commands";
import { actOnStep } from "./steps/commands";
import { runChange } from "./stream/run-change";

let content: ReturnType<typeof contentFolder>;
beforeAll(() => {
  content = contentFolder();
  content.write("api/corto", longProcedure(5));
  content.write("api/largo", longProcedure(200));
});
afterAll(() => content.remove());

/** Statements that PostgreSQL was sent meanwhile. */
async function statements<T>(work: () => Promise<T>): Promise<{ value: T; count: number }> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  try {
    const value = await work();
    return { value, count: sent.mock.calls.length };
  } finally {
    sent.mockRestore();
  }
}

const pass = (runId: string) => ({ runId, stepId: "paso-1", expectedVersion: 1, event: "complete" as const });
const leave = (runId: string) => ({
  runId,
  stepId: "hace-falta",
  expectedVersion: 1,
  event: "choose" as const,
  option: "No: ya responde",
});

test("a run of 200 steps is read and acted on with as many statements as one of 5", async ({ as }) => {
  const ctx = await as("responder");
  const counted = async (runbook: string) => {
    const { key } = await buildIncident(ctx);
    const { id } = await startRun(ctx, { runbook, procedure: "largo", key });
    await getRun(ctx, { runId: id });
    const read = await statements(() => getRun(ctx, { runId: id }));
    const one = await statements(() => actOnStep(ctx, pass(id)));
    const all = await statements(() => actOnStep(ctx, leave(id)));
    expect(all.value.run.status).toBe("recovered");
    return { steps: read.value.steps.length, read: read.count, one: one.count, all: all.count };
  };
  const [short, long] = [await counted("api/corto"), await counted("api/largo")];
  expect([short.steps, long.steps]).toEqual([6, 201]);
  expect({ ...long, steps: 0 }).toEqual({ ...short, steps: 0 });
  expect(long.read).toBeLessThanOrEqual(12);
});

test("what followers of a run of 200 steps are sent does not grow with it", async ({ as }) => {
  const ctx = await as("responder");
  const { id } = await startRun(ctx, { runbook: "api/largo", procedure: "largo" });
  const before = await getRun(ctx, { runId: id });
  await actOnStep(ctx, pass(id));
  const one = runChange(before, await getRun(ctx, { runId: id }));
  expect(JSON.stringify(one).length).toBeLessThan(9_000);
  expect(JSON.stringify(before).length).toBeLessThan(1_000 * before.steps.length);
});

test("leaving 200 steps at once leaves each of them", async ({ as, db }) => {
  const ctx = await as("responder");
  const { id } = await startRun(ctx, { runbook: "api/largo", procedure: "largo" });
  await actOnStep(ctx, pass(id));
  await actOnStep(ctx, leave(id));
  const rows = await db.runStep.groupBy({ by: ["state", "version"], where: { runId: id }, _count: true });
  expect(rows.map(({ state, version, _count }) => `${_count} ${state} v${version}`).sort()).toEqual([
    "199 not_taken v2",
    "2 done v2",
  ]);
});
