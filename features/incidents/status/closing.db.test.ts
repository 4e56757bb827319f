import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { attachChecklists } from "../checklists/attach/commands";
import { tickChecklistItem } from "../checklists/commands";
import { patchIncident } from "../facts/commands";
import { getIncident } from "../queries";
import { assumeRole } from "../roles/commands";
import { PatchIncident } from "../schema";
import { changeSeverity } from "../severity/commands";
import { changeStatus } from "./commands";

const listOf = (when: "recovery" | "close") => ({
  service: "pagos",
  runbook: "pagos/emergencias",
  checklist: { id: when, title: when, when, within: null, items: [{ id: "uno", title: "Uno" }] },
});
const to = (key: string, status: "monitoring" | "resolved" | "closed" | "investigating", more = {}) => ({
  key,
  to: status,
  override: false,
  ...more,
});
const lists = async (ctx: Ctx, incident: { id: string; services: string[] }) =>
  attachChecklists(ctx.db, ctx, incident, [listOf("recovery"), listOf("close")], ["recovery", "close"]);
const tickAll = async (ctx: Ctx, key: string) => {
  for (const { items } of (await getIncident(ctx, { key })).checklists) {
    for (const { id } of items) await tickChecklistItem(ctx, { key, itemId: id, checked: true });
  }
};

describe("the close", () => {
  test("wants the recovery checklist and the closing one, all said at once", async ({ as }) => {
    const ctx = await as("responder");
    const { key, ...incident } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "resolved"));
    await lists(ctx, incident);
    await expect(changeStatus(ctx, to(key, "closed"))).rejects.toMatchObject({
      code: "closing_incomplete",
      details: { missing: ["recovery_checklist", "stable", "root_cause", "close_checklist", "follow_ups"] },
    });
    await tickAll(ctx, key);
    expect((await getIncident(ctx, { key })).closingMissing).toEqual(["stable", "root_cause", "follow_ups"]);
  });
});

describe("reopening", () => {
  test("starts the clock and the recovery checklist anew, and keeps the times that were", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key, ...incident } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "resolved"));
    await lists(ctx, incident);
    await tickAll(ctx, key);
    clock.advance(60);
    await changeStatus(ctx, to(key, "closed", { override: true, reason: "duplicado" }));
    const { entry, incident: reopened } = await changeStatus(
      ctx,
      to(key, "investigating", { reason: "vuelve a fallar" }),
    );
    expect(reopened).toMatchObject({ mitigatedAt: null, resolvedAt: null, closedAt: null });
    expect(entry.data).toMatchObject({
      reason: "vuelve a fallar",
      unticked: 1,
      cleared: {
        mitigatedAt: "2026-01-15T03:00:00.000Z",
        resolvedAt: "2026-01-15T03:00:00.000Z",
        closedAt: "2026-01-15T03:01:00.000Z",
      },
    });
    expect((await getIncident(ctx, { key })).checklists).toMatchObject([
      { moment: "recovery", items: [{ checkedAt: null }] },
      { moment: "close", items: [{ checkedBy: "responder de guardia" }] },
    ]);
  });

  test("only to watch it again keeps what was verified", async ({ as }) => {
    const ctx = await as("responder");
    const { key, ...incident } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "resolved"));
    await lists(ctx, incident);
    await tickAll(ctx, key);
    const { entry } = await changeStatus(ctx, to(key, "monitoring", { reason: "aún hay picos" }));
    expect(entry.data).toMatchObject({ cleared: { resolvedAt: "2026-01-15T03:00:00.000Z" } });
    expect((await getIncident(ctx, { key })).checklists.flatMap(({ items }) => items)).not.toContainEqual(
      expect.objectContaining({ checkedAt: null }),
    );
  });
});

type Change = (ctx: Ctx, key: string, word: "a" | "b") => Promise<unknown>;
const changes: [string, Change][] = [
  [
    "status",
    (ctx, key, word) => changeStatus(ctx, to(key, word === "a" ? "monitoring" : "resolved", { expectedVersion: 1 })),
  ],
  [
    "severity",
    (ctx, key, word) => changeSeverity(ctx, { key, to: word === "a" ? "SEV1" : "SEV3", expectedVersion: 1 }),
  ],
  ["a role", (ctx, key) => assumeRole(ctx, { key, role: "lead", expectedVersion: 1 })],
  ["facts", (ctx, key, word) => patchIncident(ctx, PatchIncident.parse({ key, title: word, expectedVersion: 1 }))],
];

test.for(changes)("of two who change %s at the same moment, one is shown the other's", async ([, change], { as }) => {
  const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
  for (let round = 0; round < 5; round++) {
    const { key } = await buildIncident(ana);
    const results = await Promise.allSettled([change(ana, key, "a"), change(luis, key, "b")]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "stale_version", details: { current: { version: 2 } } });
    expect((await getIncident(ana, { key })).lastSeq).toBe(2);
  }
});
