import { afterAll, beforeAll, describe, expect } from "vitest";
import { addFollowUp } from "@/features/incidents/follow-ups/commands";
import { assumeRole } from "@/features/incidents/roles/commands";
import { ChangeStatus } from "@/features/incidents/schema";
import { changeStatus } from "@/features/incidents/status/commands";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { correctEntry, retractEntry } from "@/features/incidents/timeline/correct/commands";
import { AppendEntry } from "@/features/incidents/timeline/schema";
import { startRun } from "@/features/runs/start/commands";
import { actOnStep } from "@/features/runs/steps/commands";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { exportIncident } from "./export/queries";
import type { IncidentExport } from "./export-schema";
import { importIncident } from "./import/commands";
import { recordMarkdown } from "./markdown/record-markdown";
import { draftPostMortem } from "./post-mortem/commands";

const runbook = "pagos/caida";
const content = contentFolder();
beforeAll(() =>
  content.write(
    runbook,
    `<Checklist id="inicio" title="Al empezar" when="start">

- Avisar en #guardia
- Abrir el panel

</Checklist>

<Procedure id="p" title="Pagos caídos">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
</Diagnosis>
<Remediation>
<Step id="reinicio" title="Reiniciar" kind="change" irreversible target="pagos-1">

<Expect matches="OK">

OK

</Expect>

</Step>
</Remediation>
</Procedure>`,
  ),
);
afterAll(() => content.remove());

/** An incident with something of everything. */
async function night(ctx: Ctx, advance: (seconds: number) => void): Promise<string> {
  const { key } = await buildIncident(ctx, { summary: "Pagos *lentos*", impactStartedAt: "2026-01-15T02:40:00Z" });
  const write = (body: string) => appendEntry(ctx, AppendEntry.parse({ key, body }));
  await assumeRole(ctx, { key, role: "lead" });
  const wrong = await write("-12m reinicié db-1");
  advance(90);
  await correctEntry(ctx, { key, entryId: wrong.id, expectedRevision: 0, body: "Reinicié `db-2`", reason: "Era otra" });
  const other = await write("apunte de otro incidente");
  await retractEntry(ctx, { key, entryId: other.id, reason: "no es de aquí" });
  await write("/sev 1");
  await write("/update Sin pagos con tarjeta");
  const { id: runId } = await startRun(ctx, { key, runbook, procedure: "p" });
  advance(30);
  await actOnStep(ctx, { runId, stepId: "logs", event: "complete", expectedVersion: 1, note: "Nada raro" });
  const reinicio = { runId, stepId: "reinicio", expectedVersion: 1, confirm: "pagos-1" } as const;
  await actOnStep(ctx, { ...reinicio, event: "complete", evidence: "OK" });
  await changeStatus(ctx, ChangeStatus.parse({ key, to: "monitoring" }));
  await draftPostMortem(ctx, { key });
  await addFollowUp(ctx, { key, title: "Alertar antes", dueOn: "2026-02-01" });
  return key;
}

/** Numbers are given anew by each portal. */
const normalised = (record: IncidentExport) =>
  JSON.stringify({ ...record, incident: { ...record.incident, number: 0 } }, null, 2);

describe("the record of an incident", () => {
  test("imported into an empty portal exports the same, byte for byte", async ({ as, clock, elsewhere }) => {
    const ctx = await as("admin");
    const record = await exportIncident(ctx, { key: await night(ctx, clock.advance) });
    expect(record.entries.length).toBeGreaterThan(8);
    expect(record.checklists).toHaveLength(2);
    expect(record.postMortem?.text).toContain("## Cronología");
    expect(record.runs[0]).toMatchObject({ status: "recovered", events: { length: 3 } });
    expect(record.sources[0]?.text).toContain("Pagos caídos");
    const there: Ctx = { ...ctx, db: elsewhere };
    await buildIncident(there);
    const { key, repeated } = await importIncident(there, JSON.parse(JSON.stringify(record)));
    expect({ key, repeated }).toEqual({ key: "INC-2", repeated: false });
    expect(normalised(await exportIncident(there, { key }))).toBe(normalised(record));

    expect(await importIncident(there, record)).toMatchObject({ key, repeated: true });
    await appendEntry(there, AppendEntry.parse({ key, body: "sigue aquí" }));
    expect((await exportIncident(there, { key })).entries.at(-1)).toMatchObject({ seq: record.entries.length + 1 });
    expect(await elsewhere.auditEvent.count({ where: { action: "incident.imported" } })).toBe(1);
  });

  test("is refused whole when its parts do not fit together, or its ids are taken", async ({ as, clock }) => {
    const ctx = await as("admin");
    const record = await exportIncident(ctx, { key: await night(ctx, clock.advance) });
    const incoherent = { code: "record_incoherent" };
    await expect(importIncident(ctx, { ...record, entries: record.entries.slice(1) })).rejects.toMatchObject(
      incoherent,
    );
    await expect(importIncident(ctx, { ...record, sources: [] })).rejects.toMatchObject(incoherent);
    await expect(importIncident(ctx, { ...record, runs: [] })).rejects.toMatchObject(incoherent);
    const before = await ctx.db.incident.count();
    const copied = { ...record, incident: { ...record.incident, id: "0198c7d2-0000-7000-8000-000000000000" } };
    await expect(importIncident(ctx, copied)).rejects.toMatchObject({ code: "id_reused" });
    expect(await ctx.db.incident.count()).toBe(before);
  });

  test("is taken along by members and brought by administrators", async ({ as, asNobody, clock }) => {
    const key = await night(await as("responder"), clock.advance);
    const record = await exportIncident(await as("viewer"), { key });
    await expect(exportIncident(asNobody, { key })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(importIncident(await as("editor"), record)).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportIncident(await as("viewer"), { key: "INC-99999" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("reads as a document", async ({ as, clock }) => {
    const ctx = await as("responder", "Ana");
    const record = await exportIncident(ctx, { key: await night(ctx, clock.advance) });
    const fixed = { ...record, incident: { ...record.incident, number: 7 } };
    const stable = { ...fixed, runs: fixed.runs.map((run) => ({ ...run, commit: null })) };
    await expect(recordMarkdown(stable, "es")).toMatchFileSnapshot("../../test/records/incidente.md");
    await expect(recordMarkdown(stable, "en")).toMatchFileSnapshot("../../test/records/incident.md");
  });
});
