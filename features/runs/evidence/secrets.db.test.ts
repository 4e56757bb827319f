import { afterAll, beforeAll, expect } from "vitest";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { AppendEntry } from "@/features/incidents/timeline/schema";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { recordCopy } from "../copies/commands";
import { endRun } from "../ending/commands";
import { getStep } from "../queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";

const body = `
<Procedure id="down" title="Caída">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
<Step id="more" title="Ver más" />
</Diagnosis>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write("api/emergencias", body));
afterAll(() => content.remove());
const procedure = { runbook: "api/emergencias", procedure: "down" };
const complete = { stepId: "logs", event: "complete", expectedVersion: 1 } as const;
const evidence = "conectando a postgres://app:hunter2@db/x";
const part = { field: "evidence", kind: "url_password", from: 28, to: 35 } as const;

test("a secret in evidence or note is refused by place and kind, and nothing is recorded", async ({ as, db }) => {
  const ctx = await as("responder");
  const { id: runId } = await startRun(ctx, procedure);
  for (const said of [{ evidence }, { note: evidence }]) {
    const refused = await actOnStep(ctx, { ...complete, runId, ...said }).catch((error: unknown) => error);
    const found = [{ ...part, field: Object.keys(said)[0] }];
    expect(refused).toMatchObject({ code: "secret_found", details: { found } });
    expect(JSON.stringify(refused)).not.toContain("hunter2");
  }
  await expect(endRun(ctx, { runId, outcome: "abandoned", reason: evidence })).rejects.toMatchObject({
    code: "secret_found",
  });
  expect(await db.runEvent.count({ where: { runId, event: "complete" } })).toBe(0);
});

test("what a person cleared is recorded word for word, and so is what was masked", async ({ as }) => {
  const ctx = await as("responder");
  const { id: runId } = await startRun(ctx, procedure);
  await actOnStep(ctx, { ...complete, runId, evidence, cleared: [part] });
  expect((await getStep(ctx, { runId, stepId: "logs" })).evidence).toBe(evidence);
  const masked = evidence.replace("hunter2", "••••••");
  await actOnStep(ctx, { ...complete, stepId: "more", runId, evidence: masked });
  expect((await getStep(ctx, { runId, stepId: "more" })).evidence).toBe(masked);
});

test("a copied command is recorded with its secrets masked, without a question", async ({ as, db }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const { id: runId } = await startRun(ctx, { ...procedure, key });
  await recordCopy(ctx, { runId, stepId: "logs", lang: "bash", command: "psql postgres://app:hunter2@db/x" });
  const kept = JSON.stringify([
    await db.runEvent.findMany({ where: { runId } }),
    await db.timelineEntry.findMany({ where: { runId } }),
  ]);
  expect(kept).toContain("postgres://app:••••••@db/x");
  expect(kept).not.toContain("hunter2");
});

test("an entry of kind evidence is looked at too; other kinds are the writer's words", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const sent = (more: object) => appendEntry(ctx, AppendEntry.parse({ key, body: evidence, ...more }));
  await expect(sent({ kind: "evidence" })).rejects.toMatchObject({ code: "secret_found" });
  await expect(sent({ body: `/evidencia ${evidence}` })).rejects.toMatchObject({ code: "secret_found" });
  const cleared = [{ ...part, field: "body" }];
  expect(await sent({ kind: "evidence", cleared })).toMatchObject({ body: evidence });
  expect(await sent({ kind: "note" })).toMatchObject({ body: evidence });
});
