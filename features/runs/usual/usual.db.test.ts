import { afterAll, beforeAll, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { endRun } from "../ending/commands";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";

const runbook = "pagos/api";
const body = `
<Procedure id="api-down" title="API no responde">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
<Step id="limited" title="Con límite" within="5m" />
<Step id="passing" title="De paso" />
</Diagnosis>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write(runbook, body));
afterAll(() => content.remove());

type Clock = { advance: (seconds: number) => void };

/** Runs the procedure to its end, with `seconds` for each of its first two steps. */
async function finished(ctx: Ctx, clock: Clock, seconds: number, key?: string) {
  const { id: runId } = await startRun(ctx, { key, runbook, procedure: "api-down" });
  for (const stepId of ["logs", "limited"]) {
    await actOnStep(ctx, { runId, stepId, event: "start", expectedVersion: 1 });
    clock.advance(seconds);
    await actOnStep(ctx, { runId, stepId, event: "complete", expectedVersion: 2 });
  }
  await actOnStep(ctx, { runId, stepId: "passing", event: "complete", expectedVersion: 1 });
  return runId;
}

const started = async (ctx: Ctx) => {
  const run = await startRun(ctx, { runbook, procedure: "api-down" });
  return [run.usual, ...run.steps.map(({ usual }) => usual)];
};

test("usual times are learnt from five real runs that came to an end, and the text's limit wins", async ({
  as,
  clock,
}) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  for (const seconds of [60, 90, 120, 30]) await finished(ctx, clock, seconds, key);
  // Neither a drill nor an abandoned run teaches.
  await finished(ctx, clock, 9_000);
  const given = await startRun(ctx, { key, runbook, procedure: "api-down" });
  await endRun(ctx, { runId: given.id, outcome: "abandoned", reason: "era otra cosa" });
  expect(await started(ctx)).toEqual([null, null, null, null]);

  await finished(ctx, clock, 600, key);
  expect(await started(ctx)).toEqual([240, 120, null, null]);
});

test("what was learnt stays with the run as it started", async ({ as, clock }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const before = await started(ctx);
  const run = await startRun(ctx, { key, runbook, procedure: "api-down" });
  for (let n = 0; n < 3; n++) await finished(ctx, clock, 5_000, key);
  const { run: after } = await actOnStep(ctx, { runId: run.id, stepId: "logs", event: "start", expectedVersion: 1 });
  expect([after.usual, ...after.steps.map(({ usual }) => usual)]).toEqual(before);
});
