import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";

const runbook = "api/relevos";
const content = contentFolder();
beforeAll(() =>
  content.write(
    runbook,
    `<Procedure id="p" title="P">\n<Step id="a" title="Ver los logs" />\n<Step id="b" title="B" />\n</Procedure>`,
  ),
);
afterAll(() => content.remove());

/** A run on an incident whose first step Ana is on. */
async function claimed(ana: Ctx) {
  const { key } = await buildIncident(ana);
  const { id: runId } = await startRun(ana, { key, runbook, procedure: "p" });
  await actOnStep(ana, { runId, stepId: "a", event: "start", expectedVersion: 1 });
  return { key, runId, step: { runId, stepId: "a", expectedVersion: 2 } as const };
}
const lastEntry = async (ctx: Ctx, key: string) =>
  (await listEntries(ctx, { key, after: 0, limit: 100 })).entries.at(-1);
const idOf = (ctx: Ctx) => ctx.actor.id as string;

describe("handing a step over", () => {
  test("names the other person on it, in the row, the event and the timeline at once", async ({ as, db }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { key, runId, step } = await claimed(ana);
    const id = v7();
    const handed = await actOnStep(ana, { ...step, event: "hand_over", to: idOf(luis), note: "mira el disco", id });
    expect(handed).toMatchObject({ state: "active", version: 3, claimedBy: { id: idOf(luis), name: "Luis" } });
    expect(handed.claimedAt).toBe("2026-01-15T03:00:00.000Z");
    const data = { action: "hand_over", from: { name: "Ana" }, to: { name: "Luis" } };
    expect(await db.runEvent.findUnique({ where: { id } })).toMatchObject({ event: "hand_over", seq: 3, data });
    expect(await lastEntry(ana, key)).toMatchObject({
      id,
      runId,
      stepId: "a",
      data,
      body: "⇄ **Ver los logs** pasa a **Luis**\n\nmira el disco",
    });
  });

  test("twice with one id is one, and with an old version a conflict that shows who has it", async ({ as, db }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { runId, step } = await claimed(ana);
    const action = { ...step, event: "hand_over", to: idOf(luis), id: v7() } as const;
    const both = await Promise.all([actOnStep(ana, action), actOnStep(ana, action)]);
    expect(both.map(({ repeated, version }) => [repeated, version]).sort()).toEqual([
      [false, 3],
      [true, 3],
    ]);
    expect(await db.runEvent.count({ where: { runId } })).toBe(3);
    await expect(actOnStep(ana, { ...action, id: v7() })).rejects.toMatchObject({
      code: "stale_version",
      details: { current: { version: 3, claimedBy: { name: "Luis" } } },
    });
  });

  test("is to active people who may act", async ({ as, db }) => {
    const ana = await as("responder", "Ana");
    const { step } = await claimed(ana);
    const [viewer, gone] = [await as("viewer", "Mira"), await as("responder", "Se Fue")];
    await db.person.update({ where: { id: idOf(gone) }, data: { disabledAt: new Date() } });
    for (const to of [idOf(viewer), idOf(gone), v7()]) {
      await expect(actOnStep(ana, { ...step, event: "hand_over", to })).rejects.toMatchObject({
        code: "unknown_person",
      });
    }
    await expect(actOnStep(ana, { ...step, event: "hand_over" })).rejects.toMatchObject({ code: "unknown_person" });
  });
});

test("taking a step over wants a reason, and tells from whom", async ({ as }) => {
  const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
  const { key, step } = await claimed(ana);
  await expect(actOnStep(luis, { ...step, event: "take_over" })).rejects.toMatchObject({ code: "reason_required" });
  const taken = await actOnStep(luis, { ...step, event: "take_over", note: "no contesta" });
  expect(taken).toMatchObject({ claimedBy: { name: "Luis" }, version: 3, state: "active" });
  expect(await lastEntry(ana, key)).toMatchObject({
    data: { action: "take_over", from: { name: "Ana" }, to: { name: "Luis" } },
    body: "⇄ **Ver los logs**: **Luis** lo toma en lugar de **Ana**\n\nno contesta",
  });
});

test("finishing what somebody else is on is accepted, and said loudly", async ({ as }) => {
  const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
  const { key, step } = await claimed(ana);
  expect(await actOnStep(luis, { ...step, event: "complete", note: "era el disco" })).toMatchObject({ state: "done" });
  const entry = await lastEntry(ana, key);
  expect(entry?.data).toMatchObject({ action: "complete", inPlaceOf: { id: idOf(ana), name: "Ana" } });
  expect(entry?.body).toContain("**En lugar de Ana**, que estaba en este paso.");
});

test("finishing one's own step says nothing of the kind", async ({ as }) => {
  const ana = await as("responder", "Ana");
  const { key, step } = await claimed(ana);
  await actOnStep(ana, { ...step, event: "complete" });
  expect((await lastEntry(ana, key))?.body).not.toContain("En lugar de");
});
