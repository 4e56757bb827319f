import { afterAll, beforeAll, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { endRun } from "../ending/commands";
import { startRun } from "../start/commands";
import { frequentProcedures, trackRecords } from "./queries";
import { TrackRecordsOf } from "./schema";

const runbook = "pagos/api";
const procedure = (id: string) => `
<Procedure id="${id}" title="${id}">
<Diagnosis>
<Step id="${id}-logs" title="Ver los logs" />
</Diagnosis>
</Procedure>`;
const content = contentFolder();
beforeAll(() => {
  content.write(runbook, procedure("api-down") + procedure("api-lenta"), "redirects: [pagos/vieja]\n");
  content.write("pagos/otra", procedure("una") + procedure("dos"));
});
afterAll(() => content.remove());

const of = (runbooks: string) => TrackRecordsOf.parse({ runbooks });
type Ending = { procedure: string; outcome: "completed" | "escalated" | "abandoned"; key?: string; of?: string };
const ended = async (ctx: Ctx, { procedure, outcome, key, of = runbook }: Ending) => {
  const { id } = await startRun(ctx, { key, runbook: of, procedure });
  await endRun(ctx, { runId: id, outcome, reason: "Fin" });
  return id;
};

test("counts per procedure how often it worked on incidents, under the runbook's older names too", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  for (const outcome of ["completed", "completed", "escalated", "abandoned"] as const)
    await ended(ctx, { procedure: "api-down", outcome, key });
  await ended(ctx, { procedure: "api-lenta", outcome: "completed" }); // a drill says nothing about incidents
  const old = await ended(ctx, { procedure: "api-down", outcome: "completed", key });
  await ctx.db.run.update({ where: { id: old }, data: { runbook: "pagos/vieja" } });
  const { records } = await trackRecords(ctx, of(`${runbook},pagos/otra,pagos/no-existe,`));
  expect(records).toEqual([{ runbook, procedure: "api-down", worked: 3, total: 4 }]);
});

test("answers an empty question, and is for members", async ({ as, asNobody }) => {
  expect(await trackRecords(await as("viewer"), of(""))).toEqual({ records: [] });
  await expect(trackRecords(asNobody, of(runbook))).rejects.toMatchObject({ code: "unauthenticated" });
});

test("tells what is followed most these weeks on incidents, as it is called now", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const of = "pagos/otra";
  const [old, gone] = [
    await ended(ctx, { of, procedure: "dos", outcome: "completed", key }),
    await ended(ctx, { of, procedure: "dos", outcome: "completed", key }),
  ];
  await ctx.db.run.update({ where: { id: old }, data: { startedAt: new Date("2025-01-01T00:00:00Z") } });
  await ctx.db.run.update({ where: { id: gone }, data: { procedure: "ya-no-existe" } });
  for (const procedure of ["dos", "una", "una"]) await ended(ctx, { of, procedure, outcome: "escalated", key });
  await ended(ctx, { of, procedure: "dos", outcome: "completed" }); // a drill
  const { procedures } = await frequentProcedures(ctx);
  expect(procedures.filter((one) => one.runbook === of)).toEqual([
    { runbook: of, procedure: "una", title: "una", service: "pagos", lang: "es", runs: 2 },
    { runbook: of, procedure: "dos", title: "dos", service: "pagos", lang: "es", runs: 1 },
  ]);
});
