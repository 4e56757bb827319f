import { afterAll, beforeAll, expect } from "vitest";
import { addFollowUp } from "@/features/incidents/follow-ups/commands";
import { offerRole } from "@/features/incidents/handover/commands";
import { assumeRole } from "@/features/incidents/roles/commands";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { AppendEntry } from "@/features/incidents/timeline/schema";
import { startRun } from "@/features/runs/start/commands";
import { actOnStep } from "@/features/runs/steps/commands";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { readBriefing } from "./queries";

const content = contentFolder();
beforeAll(() =>
  content.write(
    "pagos/caida",
    `<Checklist id="inicio" title="Al empezar" when="start">

- Avisar en #guardia

</Checklist>

<Procedure id="p" title="Pagos caídos">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
<Step id="panel" title="Mirar el panel" />
</Diagnosis>
<Remediation>
<Step id="reinicio" title="Reiniciar" />
</Remediation>
</Procedure>`,
  ),
);
afterAll(() => content.remove());

const write = (ctx: Ctx, key: string, body: string) => appendEntry(ctx, AppendEntry.parse({ key, body }));

test("tells whoever takes over what happened, what is open, what was decided and what is promised", async ({ as }) => {
  const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
  const { key } = await buildIncident(ana);
  await assumeRole(ana, { key, role: "lead" });
  const run = await startRun(ana, { key, runbook: "pagos/caida", procedure: "p" });
  await actOnStep(ana, { runId: run.id, stepId: "logs", event: "start", expectedVersion: 1 });
  await write(ana, key, "/decision volver a la 1.4");
  await write(ana, key, "/update Va lento");
  await write(luis, key, "estoy de paso");
  await write(ana, key, "el disco de db-2 está al 99 %");
  await addFollowUp(ana, { key, title: "Alerta de disco", dueOn: "2026-02-01" });
  const { handover } = await offerRole(ana, { key, role: "lead", to: "luis", note: "Creo que es el disco" });

  const briefing = await readBriefing(luis, { key });
  expect(briefing).toMatchObject({
    incident: { key, nextUpdateDueAt: "2026-01-15T04:00:00.000Z" },
    roles: [{ role: "lead", person: { name: "Ana Gómez" } }],
    offers: [{ id: handover.id, note: "Creo que es el disco" }],
    decisions: [{ body: "volver a la 1.4" }],
    lastUpdate: { body: "Va lento" },
    runs: [
      {
        title: "Pagos caídos",
        done: 0,
        steps: [{ title: "Ver los logs", state: "active", claimedBy: "Ana Gómez", next: true }],
      },
    ],
    checklists: [{ title: "Al empezar", open: ["Avisar en #guardia"] }],
    followUps: [{ title: "Alerta de disco" }],
  });
  expect(await readBriefing(ana, { key })).toMatchObject({ offers: [], runs: [{ total: 3 }] });
});

test("begins where the reader was last, before the role was offered; for somebody new, at the beginning", async ({
  as,
  db,
  clock,
}) => {
  const [ana, luis, eva] = [
    await as("responder", "Ana Gómez"),
    await as("responder", "Luis Peña"),
    await as("editor", "Eva Ruiz"),
  ];
  const { key, id } = await buildIncident(ana);
  await assumeRole(ana, { key, role: "lead" });
  await write(luis, key, "estoy de paso");
  clock.advance(60);
  await write(ana, key, "el disco está al 99 %");
  await offerRole(ana, { key, role: "lead", to: "luis", note: "" });
  clock.advance(60);
  const seen = { personId: luis.actor.id ?? "", incidentId: id, seq: 5, readAt: clock.now };
  await db.readMark.create({ data: seen });

  const bodies = async (ctx: Ctx, since?: number) =>
    (await readBriefing(ctx, { key, since })).happened.entries.map(({ kind }) => kind);
  expect(await bodies(luis)).toEqual(["note", "role"]);
  expect(await bodies(luis, 0)).toEqual(["status", "role", "note", "note", "role"]);
  expect((await readBriefing(eva, { key })).last).toBeNull();
  expect(await bodies(eva)).toHaveLength(5);
});
