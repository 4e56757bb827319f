import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getIncident } from "../queries";
import { changeStatus } from "../status/commands";
import { declarableServices, servicesInfo } from "./queries";

const runbook = `---
title: Emergencias
service: pagos
lang: es
owner: Equipo de pagos
links:
  - { title: Grafana, url: "https://grafana.example.org" }
contacts:
  - { name: Equipo de pagos, channel: "#pagos" }
---

<Triage id="triaje" title="¿Qué ves?">

| Síntoma | Severidad | Acción |
| --- | --- | --- |
| No cobra nadie | SEV1 | [Cobros caídos](#cobros-caidos) |

</Triage>

<Procedure id="cobros-caidos" title="Cobros caídos" severity="SEV1">
<Diagnosis>
<Step id="ver-colas" title="Ver las colas">Mirar el panel.</Step>
</Diagnosis>
</Procedure>

<Checklist id="al-empezar" title="Al empezar" when="start">

- Avisar al equipo

</Checklist>

<Checklist id="recuperado" title="Recuperación" when="recovery">

- Se vuelve a cobrar

</Checklist>

<Checklist id="al-cerrar" title="Cierre" when="close">

- Escribir el resumen

</Checklist>
`;

let content = "";
beforeAll(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), "bitacora-content-"));
  await mkdir(path.join(content, "runbooks", "pagos"), { recursive: true });
  await writeFile(path.join(content, "runbooks", "pagos", "emergencias.mdx"), runbook);
  process.env.CONTENT_DIR = content;
  process.env.DATA_DIR = path.join(content, "data");
});
afterAll(() => rm(content, { recursive: true, force: true }));

describe("the library on an incident", () => {
  test("attaches each checklist at its moment, once, and asks for recovery before closing", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const lists = async () => (await getIncident(ctx, { key })).checklists.map(({ checklist }) => checklist);
    expect(await lists()).toEqual(["pagos/emergencias#al-empezar"]);
    await changeStatus(ctx, { key, to: "monitoring", override: false });
    await changeStatus(ctx, { key, to: "resolved", override: false });
    expect(await lists()).toEqual([
      "pagos/emergencias#al-empezar",
      "pagos/emergencias#recuperado",
      "pagos/emergencias#al-cerrar",
    ]);
    expect((await getIncident(ctx, { key })).closingMissing).toContain("recovery_checklist");
  });

  test("proposes severity and procedure by what is seen, and shows where to look", async () => {
    expect(await declarableServices("pagos/emergencias")).toMatchObject([
      {
        name: "pagos",
        triage: [
          { symptom: "No cobra nadie", severity: "SEV1", runbook: "pagos/emergencias", procedure: "cobros-caidos" },
        ],
        procedures: [{ id: "cobros-caidos", title: "Cobros caídos" }],
      },
    ]);
    expect(await servicesInfo(["pagos", "desconocido"])).toMatchObject([
      { name: "pagos", links: [{ title: "Grafana" }], runbooks: [{ path: "pagos/emergencias" }] },
    ]);
  });
});
