import { afterAll, beforeAll, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { endRun } from "../ending/commands";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { lastTimes } from "./queries";

const runbook = "pagos/api";
const body = `
<Procedure id="api-down" title="API no responde">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
</Diagnosis>
<Remediation>
<Step id="restart" title="Reiniciar la API" kind="change">

<Expect>La API responde</Expect>

</Step>
<Step id="restart-all" title="Reiniciar todo" kind="change">

<Expect>La API responde</Expect>

</Step>
</Remediation>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write(runbook, body));
afterAll(() => content.remove());

const start = (ctx: Ctx, key?: string) => startRun(ctx, { key, runbook, procedure: "api-down" });
const act = (ctx: Ctx, runId: string, stepId: string, event: "complete" | "fail" | "skip") =>
  actOnStep(ctx, {
    runId,
    stepId,
    event,
    expectedVersion: 1,
    ...(event === "complete" ? {} : { note: "no hizo falta" }),
  });

test("tells how often a procedure worked, and what recovered it the last time; drills apart", async ({ as, clock }) => {
  const ctx = await as("responder");
  expect(await lastTimes(ctx, runbook)).toEqual([]);
  const { key } = await buildIncident(ctx);

  const escalated = await start(ctx, key);
  await endRun(ctx, { runId: escalated.id, outcome: "escalated", reason: "Sin efecto" });
  const abandoned = await start(ctx, key);
  await endRun(ctx, { runId: abandoned.id, outcome: "abandoned", reason: "Por error" });
  expect(await lastTimes(ctx, runbook)).toMatchObject([{ worked: 0, total: 1, last: null }]);

  const { id: runId } = await start(ctx, key);
  clock.advance(240);
  await act(ctx, runId, "logs", "skip");
  await act(ctx, runId, "restart", "fail");
  await act(ctx, runId, "restart-all", "complete");
  clock.advance(60);
  const drill = await start(ctx);
  await endRun(ctx, { runId: drill.id, outcome: "completed" });
  expect(await lastTimes(ctx, runbook)).toEqual([
    {
      procedure: "api-down",
      title: "API no responde",
      worked: 1,
      total: 2,
      drills: 1,
      last: {
        runId,
        incident: key,
        startedAt: "2026-01-15T03:00:00.000Z",
        seconds: 240,
        attempt: "Reiniciar todo",
        failed: 1,
        skipped: 1,
      },
    },
  ]);
});

test("is for members", async ({ asNobody }) => {
  await expect(lastTimes(asNobody, runbook)).rejects.toMatchObject({ code: "unauthenticated" });
});
