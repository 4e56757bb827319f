import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { listIncidents } from "./queries";
import { ListIncidents } from "./schema";
import { changeStatus } from "./status/commands";
import { listEntries } from "./timeline/queries";

const filter = (value: Record<string, unknown>) => ListIncidents.parse(value);

describe("declaring", () => {
  test("opens the timeline with what is known, and a link to the procedure", async ({ as }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key, nextUpdateDueAt } = await buildIncident(ctx, {
      summary: "502 en todas las rutas",
      runbook: "agente-hotelero-api/emergencias",
      procedure: "api-no-responde",
    });
    expect(nextUpdateDueAt).toBe("2026-01-15T04:00:00.000Z");
    const { entries } = await listEntries(ctx, { key, after: 0, limit: 10 });
    expect(entries).toMatchObject([
      {
        seq: 1,
        kind: "status",
        body: "SEV2 · La API no responde\n\n502 en todas las rutas",
        data: { event: "declared" },
      },
      { seq: 2, kind: "link", data: { runbook: "agente-hotelero-api/emergencias", procedure: "api-no-responde" } },
    ]);
  });

  test("twice under one id is one incident, also at the same moment", async ({ as, db }) => {
    const ctx = await as("responder");
    const id = v7();
    const answers = await Promise.all([1, 2, 3].map(() => buildIncident(ctx, { id })));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await db.timelineEntry.count({ where: { incidentId: id } })).toBe(1);
  });

  test.for([
    ["viewer", "forbidden"],
    ["nobody", "unauthenticated"],
  ] as const)("is not for a %s", async ([who, code], { as, asNobody }) => {
    const ctx = who === "nobody" ? asNobody : await as(who);
    await expect(buildIncident(ctx)).rejects.toMatchObject({ code });
  });
});

describe("the list", () => {
  test("filters and goes on page by page, the newest first", async ({ as }) => {
    const ctx = await as("responder");
    const service = "lista-de-prueba";
    const made = [];
    for (const severity of ["SEV1", "SEV2", "SEV1"]) {
      made.push(await buildIncident(ctx, { severity, services: [service], title: `Caída ${severity}` }));
    }
    const [first, second, third] = made.map(({ key }) => key);
    await changeStatus(ctx, { key: first ?? "", to: "resolved", override: false });
    const keys = async (value: Record<string, unknown>) =>
      (await listIncidents(ctx, filter({ service, ...value }))).incidents.map(({ key }) => key);
    expect(await keys({})).toEqual([third, second, first]);
    expect(await keys({ status: "active" })).toEqual([third, second]);
    expect(await keys({ status: "resolved" })).toEqual([first]);
    expect(await keys({ severity: "SEV1" })).toEqual([third, first]);
    expect(await keys({ q: "caída sev2" })).toEqual([second]);
    expect(await keys({ q: second })).toEqual([second]);
    expect(await keys({ kind: "drill" })).toEqual([]);
    const { nextCursor } = await listIncidents(ctx, filter({ service, limit: 2 }));
    expect(await keys({ limit: 2, cursor: nextCursor })).toEqual([first]);
  });
});
