import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { attachChecklists } from "../checklists/attach/commands";
import { tickChecklistItem } from "../checklists/commands";
import { addFollowUp, editFollowUp } from "../follow-ups/commands";
import { getIncident } from "../queries";
import { listEntries } from "../timeline/queries";
import { assumeRole, renounceRole } from "./commands";

describe("roles", () => {
  test("are intervals: taking over ends the other's at that moment", async ({ as, db, clock }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key, id } = await buildIncident(ana);
    await assumeRole(ana, { key, role: "lead" });
    clock.advance(600);
    const { incident, entry } = await assumeRole(luis, { key, role: "lead" });
    expect(incident.lead).toMatchObject({ name: "Luis Peña" });
    expect(entry.data).toMatchObject({ action: "assumed", previous: { name: "Ana Gómez" } });
    const intervals = await db.incidentRole.findMany({ where: { incidentId: id }, orderBy: { since: "asc" } });
    expect(intervals).toMatchObject([
      { personName: "Ana Gómez", until: new Date("2026-01-15T03:10:00Z") },
      { personName: "Luis Peña", since: new Date("2026-01-15T03:10:00Z"), until: null },
    ]);
  });

  test("two who take one role at the same moment leave one holder", async ({ as, db }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key, id } = await buildIncident(ana);
    await Promise.all([assumeRole(ana, { key, role: "scribe" }), assumeRole(luis, { key, role: "scribe" })]);
    expect(await db.incidentRole.count({ where: { incidentId: id, until: null } })).toBe(1);
  });

  test("can be given to somebody by name, and laid down", async ({ as }) => {
    const [ana] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key } = await buildIncident(ana);
    const given = await assumeRole(ana, { key, role: "communications", person: "luis" });
    expect(given.incident.roles).toMatchObject([{ role: "communications", person: { name: "Luis Peña" } }]);
    expect((await renounceRole(ana, { key, role: "communications" })).incident.roles).toEqual([]);
    await expect(renounceRole(ana, { key, role: "communications" })).rejects.toMatchObject({
      code: "invalid_transition",
    });
  });

  test("are not for viewers", async ({ as }) => {
    const { key } = await buildIncident(await as("responder"));
    await expect(assumeRole(await as("viewer"), { key, role: "lead" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("checklists", () => {
  const arranque = {
    service: "pagos",
    runbook: "pagos/emergencias",
    checklist: {
      id: "arranque",
      title: "Primeros pasos",
      when: "start" as const,
      within: null,
      items: [
        { id: "avisar", title: "Avisar al equipo" },
        { id: "panel", title: "Abrir el panel" },
      ],
    },
  };

  test("are ticked once, by version, with an entry each", async ({ as, db }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key, ...incident } = await buildIncident(ctx);
    await attachChecklists(db, ctx, incident, [arranque, { ...arranque, service: "otro" }], ["start"]);
    await attachChecklists(db, ctx, incident, [arranque], ["start", "recovery"]);
    const [list, ...others] = (await getIncident(ctx, { key })).checklists;
    expect(others).toEqual([]);
    expect(list?.items.map(({ title }) => title)).toEqual(["Avisar al equipo", "Abrir el panel"]);
    const tick = { key, itemId: list?.items[0]?.id ?? "", checked: true, expectedVersion: 1 };
    const [first, second] = [await tickChecklistItem(ctx, tick), await tickChecklistItem(ctx, tick)];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ checkedBy: "Ana Gómez", version: 2 });
    await expect(tickChecklistItem(ctx, { ...tick, checked: false })).rejects.toMatchObject({ code: "stale_version" });
    expect((await listEntries(ctx, { key, after: 1, limit: 10 })).entries).toMatchObject([
      { kind: "step", data: { event: "checklist_checked", itemTitle: "Avisar al equipo" } },
    ]);
  });
});

describe("follow-ups", () => {
  test("are added once per id and can be finished", async ({ as }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    const added = { key, id: v7(), title: "Alerta de disco", dueOn: "2026-02-01" };
    const first = await addFollowUp(ctx, added);
    expect(first).toMatchObject({ owner: { name: "Ana Gómez" }, dueOn: "2026-02-01", doneAt: null, repeated: false });
    expect(await addFollowUp(ctx, added)).toMatchObject({ id: first.id, repeated: true });
    await editFollowUp(ctx, { key, followUpId: first.id, done: true });
    expect((await getIncident(ctx, { key })).followUps).toMatchObject([{ doneAt: "2026-01-15T03:00:00.000Z" }]);
  });
});
