import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getIncident } from "../queries";
import { assumeRole, renounceRole } from "../roles/commands";
import { changeStatus } from "../status/commands";
import { listEntries } from "../timeline/queries";
import { decideHandover, offerRole } from "./commands";

const offerOf = (key: string, to: string, more = {}) => ({ key, role: "lead" as const, to, note: "", ...more });
const decide = (key: string, handoverId: string, decision: "accept" | "decline" | "withdraw", more = {}) => ({
  key,
  handoverId,
  decision,
  ...more,
});

describe("handing a role over", () => {
  test("passes it at the acceptance, not before, and tells both", async ({ as, clock, db }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key, id } = await buildIncident(ana);
    await assumeRole(ana, { key, role: "lead" });
    clock.advance(600);
    const { handover } = await offerRole(ana, offerOf(key, "luis", { note: "Creo que es el disco" }));
    expect(await getIncident(luis, { key })).toMatchObject({
      lead: { name: "Ana Gómez" },
      handovers: [{ id: handover.id, role: "lead", to: { name: "Luis Peña" }, note: "Creo que es el disco" }],
    });
    clock.advance(60);
    await decideHandover(luis, decide(key, handover.id, "accept"));
    const after = await getIncident(luis, { key });
    expect(after).toMatchObject({ lead: { name: "Luis Peña" }, handovers: [] });
    expect(after.roleHistory).toMatchObject([
      { person: { name: "Ana Gómez" }, until: "2026-01-15T03:11:00.000Z" },
      { person: { name: "Luis Peña" }, since: "2026-01-15T03:11:00.000Z", until: null },
    ]);
    expect((await listEntries(ana, { key, after: 2, limit: 10 })).entries).toMatchObject([
      { kind: "role", actor: { name: "Ana Gómez" }, body: expect.stringContaining("Creo que es el disco") },
      { kind: "role", actor: { name: "Luis Peña" }, data: { event: "handover_accepted", action: "assumed" } },
    ]);
    expect(await db.roleHandover.findMany({ where: { incidentId: id } })).toMatchObject([
      { state: "accepted", decidedBy: "Luis Peña", version: 2 },
    ]);
  });

  test("leaves it where it is when it is declined, with a reason, or withdrawn", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key } = await buildIncident(ana);
    await assumeRole(ana, { key, role: "lead" });
    const first = await offerRole(ana, offerOf(key, "luis"));
    await expect(decideHandover(luis, decide(key, first.handover.id, "decline"))).rejects.toMatchObject({
      code: "reason_required",
    });
    await decideHandover(luis, decide(key, first.handover.id, "decline", { reason: "Voy conduciendo" }));
    const second = await offerRole(ana, offerOf(key, "luis"));
    await decideHandover(ana, decide(key, second.handover.id, "withdraw"));
    await expect(decideHandover(luis, decide(key, second.handover.id, "accept"))).rejects.toMatchObject({
      code: "handover_settled",
      details: { current: { state: "withdrawn" } },
    });
    expect(await getIncident(ana, { key })).toMatchObject({ lead: { name: "Ana Gómez" }, handovers: [] });
  });

  test("is for the one who holds it, to somebody else who can act, one at a time", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    await as("viewer", "Vera Mira");
    const { key } = await buildIncident(ana);
    await expect(offerRole(ana, offerOf(key, "luis"))).rejects.toMatchObject({ code: "not_role_holder" });
    await assumeRole(ana, { key, role: "lead" });
    await expect(offerRole(luis, offerOf(key, "luis"))).rejects.toMatchObject({ code: "not_role_holder" });
    await expect(offerRole(ana, offerOf(key, "ana"))).rejects.toMatchObject({ code: "invalid_transition" });
    await expect(offerRole(ana, offerOf(key, "vera"))).rejects.toMatchObject({ code: "unknown_person" });
    await offerRole(ana, offerOf(key, "luis"));
    await expect(offerRole(ana, offerOf(key, "luis"))).rejects.toMatchObject({ code: "handover_open" });
  });

  test("is decided by the one who was asked, and withdrawn by the one who asked", async ({ as }) => {
    const [ana, luis, eva] = [
      await as("responder", "Ana Gómez"),
      await as("responder", "Luis Peña"),
      await as("editor", "Eva Ruiz"),
    ];
    const { key } = await buildIncident(ana);
    await assumeRole(ana, { key, role: "lead" });
    const { handover } = await offerRole(ana, offerOf(key, "luis"));
    for (const [ctx, decision] of [
      [eva, "accept"],
      [ana, "accept"],
      [eva, "decline"],
      [luis, "withdraw"],
    ] as const) {
      await expect(decideHandover(ctx, decide(key, handover.id, decision, { reason: "x" }))).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("an offer", () => {
  test.for([
    ["the role is taken", "taken"],
    ["the role is laid down", "laid down"],
    ["the incident closes", "closed"],
  ] as const)("is overtaken when %s", async ([, how], { as }) => {
    const [ana, luis, eva] = [
      await as("responder", "Ana Gómez"),
      await as("responder", "Luis Peña"),
      await as("editor", "Eva Ruiz"),
    ];
    const { key } = await buildIncident(ana, { kind: "drill" });
    await assumeRole(ana, { key, role: "lead" });
    const { handover } = await offerRole(ana, offerOf(key, "luis"));
    if (how === "taken") {
      expect((await assumeRole(eva, { key, role: "lead" })).entry.data).toMatchObject({
        previous: { name: "Ana Gómez" },
        overtaken: ["Luis Peña"],
      });
    } else if (how === "laid down") await renounceRole(ana, { key, role: "lead" });
    else {
      await changeStatus(ana, { key, to: "resolved", override: false });
      await changeStatus(ana, { key, to: "closed", override: false });
    }
    expect((await getIncident(ana, { key })).handovers).toEqual([]);
    await expect(decideHandover(luis, decide(key, handover.id, "accept"))).rejects.toMatchObject({
      code: "handover_settled",
    });
  });

  test("the same id twice is one, and so is its decision", async ({ as, db }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key, id } = await buildIncident(ana);
    await assumeRole(ana, { key, role: "lead" });
    const given = offerOf(key, "luis", { id: v7() });
    const [first, again] = await Promise.all([offerRole(ana, given), offerRole(ana, given)]);
    expect(again.handover.id).toBe(first.handover.id);
    const accepted = decide(key, first.handover.id, "accept", { id: v7() });
    await Promise.all([decideHandover(luis, accepted), decideHandover(luis, accepted)]);
    expect(await db.incidentRole.count({ where: { incidentId: id } })).toBe(2);
  });
});

describe("at the same moment", () => {
  test("accepting, withdrawing and taking over leave one holder and one outcome", async ({ as, db }) => {
    const [ana, luis, eva] = [
      await as("responder", "Ana Gómez"),
      await as("responder", "Luis Peña"),
      await as("editor", "Eva Ruiz"),
    ];
    for (let round = 0; round < 8; round++) {
      const { key, id } = await buildIncident(ana);
      await assumeRole(ana, { key, role: "lead" });
      const { handover } = await offerRole(ana, offerOf(key, "luis"));
      const results = await Promise.allSettled([
        decideHandover(luis, decide(key, handover.id, "accept")),
        decideHandover(ana, decide(key, handover.id, "withdraw")),
        assumeRole(eva, { key, role: "lead" }),
      ]);
      const { state } = await db.roleHandover.findUniqueOrThrow({ where: { id: handover.id } });
      expect(state).toBe(results[0].status === "fulfilled" ? "accepted" : "withdrawn");
      expect(results.slice(0, 2).filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
      const open = await db.incidentRole.findMany({ where: { incidentId: id, role: "lead", until: null } });
      expect(open).toHaveLength(1);
      const intervals = await db.incidentRole.findMany({ where: { incidentId: id }, orderBy: { id: "asc" } });
      expect(intervals.filter(({ until }) => until === null)).toHaveLength(1);
    }
  });
});
