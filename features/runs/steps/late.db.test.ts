import { afterAll, beforeAll, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { endRun } from "../ending/commands";
import { getRun } from "../queries";
import { startRun } from "../start/commands";
import { actOnStep } from "./commands";

const body = `
<Procedure id="api-down" title="API no responde">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
<Step id="disk" title="Mirar el disco" />
</Diagnosis>
</Procedure>`;
const runbook = "api/emergencias";
const content = contentFolder();
beforeAll(() => content.write(runbook, body));
afterAll(() => content.remove());

const minutes = (count: number) => new Date(Date.parse("2026-01-15T03:00:00Z") + count * 60_000);
const complete = (runId: string, stepId: string, expectedVersion: number, happenedAt?: Date) =>
  ({ runId, stepId, event: "complete", expectedVersion, happenedAt }) as const;

async function begin(ctx: Ctx) {
  const { key } = await buildIncident(ctx);
  return { key, run: await startRun(ctx, { key, runbook, procedure: "api-down" }) };
}

test("steps that are told later were done when they were done, on the run and on the timeline", async ({
  as,
  clock,
}) => {
  const ctx = await as("responder", "Ana Gómez");
  const { key, run } = await begin(ctx);
  clock.advance(30 * 60);
  await actOnStep(ctx, { ...complete(run.id, "logs", 1, minutes(2)), event: "start" });
  await actOnStep(ctx, complete(run.id, "logs", 2, minutes(5)));
  await actOnStep(ctx, complete(run.id, "disk", 1, minutes(9)));
  const after = await getRun(ctx, { runId: run.id });
  expect(after.steps.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
    [minutes(2).toISOString(), minutes(5).toISOString()],
    [minutes(9).toISOString(), minutes(9).toISOString()],
  ]);
  expect(after).toMatchObject({ status: "completed", endedAt: minutes(9).toISOString() });
  const { entries } = await listEntries(ctx, { key, after: 2, limit: 100 });
  const told = entries.map(({ happenedAt, recordedAt }) => [happenedAt, recordedAt]);
  expect(told).toEqual([2, 5, 9, 9].map((at) => [minutes(at).toISOString(), minutes(30).toISOString()]));
});

test("nothing is done before its run began, nor after now; clocks may differ by a minute", async ({ as, clock }) => {
  const ctx = await as("responder");
  const { run } = await begin(ctx);
  clock.advance(600);
  await expect(actOnStep(ctx, complete(run.id, "logs", 1, minutes(-5)))).rejects.toMatchObject({
    code: "before_start",
  });
  await expect(actOnStep(ctx, complete(run.id, "logs", 1, minutes(15)))).rejects.toMatchObject({ code: "future_time" });
  const { endedAt } = await actOnStep(ctx, complete(run.id, "logs", 1, minutes(-0.5)));
  expect(endedAt).toBe(minutes(0).toISOString());
  const end = { runId: run.id, outcome: "completed", happenedAt: minutes(-5) } as const;
  await expect(endRun(ctx, end)).rejects.toMatchObject({ code: "before_start" });
});

test("a step is not finished before it was started, whoever started it", async ({ as, clock }) => {
  const ctx = await as("responder", "Ana Gómez");
  const { run } = await begin(ctx);
  clock.advance(600);
  await actOnStep(await as("responder", "Luis Vega"), { ...complete(run.id, "logs", 1), event: "start" });
  const { endedAt } = await actOnStep(ctx, complete(run.id, "logs", 2, minutes(5)));
  expect(endedAt).toBe(minutes(10).toISOString());
});
