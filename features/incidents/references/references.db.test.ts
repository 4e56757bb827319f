import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import type { Db } from "@/lib/db/client";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntries } from "../bulk/commands";
import { AppendEntries } from "../bulk/schema";
import { appendEntry } from "../timeline/commands";
import { AppendEntry } from "../timeline/schema";
import { listSteps } from "./queries";

/** A run on an incident, with its steps, as rows: this feature knows no more of runs. */
async function run(db: Db, number: number, startedAt: string, status: "active" | "recovered", steps: string[]) {
  const { id: incidentId } = await db.incident.findUniqueOrThrow({ where: { number } });
  const blob = "0".repeat(40);
  await db.pinnedSource.createMany({ data: [{ blob, path: "api/x", text: "" }], skipDuplicates: true });
  const { id } = await db.run.create({
    data: {
      id: randomUUID(),
      incidentId,
      runbook: "api/x",
      procedure: "p",
      title: `Ejecución de ${startedAt}`,
      blob,
      plan: {},
      status,
      startedAt: new Date(startedAt),
      startedBy: "Ana",
      steps: {
        create: steps.map((stepId, position) => ({ stepId, position, phase: "Diagnosis", title: `Paso ${stepId}` })),
      },
    },
  });
  return id;
}

describe("a step that a text names", () => {
  test("is that of the newest open run; the entry is linked to it, and its text is kept", async ({ as, db }) => {
    const ctx = await as("responder");
    const { key, number } = await buildIncident(ctx);
    const other = await buildIncident(ctx);
    await run(db, other.number, "2026-01-15T02:30:00Z", "active", ["api-logs", "ajeno"]);
    const old = await run(db, number, "2026-01-15T01:00:00Z", "active", ["api-logs", "solo-viejo"]);
    await run(db, number, "2026-01-15T02:00:00Z", "recovered", ["api-logs"]);
    const append = (body: string, more = {}) => appendEntry(ctx, AppendEntry.parse({ key, body, ...more }));
    expect(await append("-5m hecho #api-logs, falta #solo-viejo")).toMatchObject({
      body: "hecho #api-logs, falta #solo-viejo",
      runId: old,
      stepId: "api-logs",
    });
    expect(await append("word for word: #solo-viejo", { kind: "decision" })).toMatchObject({ stepId: "solo-viejo" });
    expect(await append("#ajeno y #42 son texto")).toMatchObject({ runId: null, stepId: null });
    const many = AppendEntries.parse({ key, entries: [{ body: "luis: #api-logs" }, { body: "nada" }] });
    const { entries } = await appendEntries(ctx, many);
    expect(entries.map(({ stepId }) => stepId)).toEqual(["api-logs", null]);
    const { steps } = await listSteps(ctx, { key });
    expect(steps.map(({ runId, stepId }) => [runId, stepId])).toEqual([
      [old, "api-logs"],
      [old, "solo-viejo"],
    ]);
  });
});
