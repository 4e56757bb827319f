import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { patchIncident } from "../facts/commands";
import { addFollowUp } from "../follow-ups/commands";
import { getIncident } from "../queries";
import { PatchIncident } from "../schema";
import { listEntries } from "../timeline/queries";
import { changeStatus } from "./commands";

const to = (key: string, status: "monitoring" | "resolved" | "closed" | "investigating" | "mitigating", more = {}) => ({
  key,
  to: status,
  override: false,
  ...more,
});
const patch = (value: Record<string, unknown>) => PatchIncident.parse(value);

describe("moving an incident", () => {
  test("writes the status, its times and the entry together", async ({ as, clock }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    clock.advance(600);
    const { incident, entry } = await changeStatus(
      ctx,
      to(key, "monitoring", { happenedAt: new Date("2026-01-15T03:05:00Z") }),
    );
    expect(incident).toMatchObject({ status: "monitoring", mitigatedAt: "2026-01-15T03:05:00.000Z", version: 2 });
    expect(entry).toMatchObject({ kind: "status", data: { from: "investigating", to: "monitoring" }, seq: 2 });
    expect(incident.lastSeq).toBe(2);
  });

  test("meets a conflict when somebody else moved it since it was seen, also where the table would allow both", async ({
    as,
  }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "mitigating", { from: "investigating" }));
    await expect(changeStatus(ctx, to(key, "monitoring", { from: "investigating" }))).rejects.toMatchObject({
      code: "stale_version",
      details: { current: { status: "mitigating" } },
    });
    expect((await changeStatus(ctx, to(key, "monitoring", { from: "mitigating" }))).incident.status).toBe("monitoring");
  });

  test("goes back only with a reason, and what is no longer true is cleared", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "resolved"));
    await expect(changeStatus(ctx, to(key, "investigating"))).rejects.toMatchObject({ code: "reason_required" });
    const { incident } = await changeStatus(ctx, to(key, "investigating", { reason: "vuelve a fallar" }));
    expect(incident).toMatchObject({ status: "investigating", mitigatedAt: null, resolvedAt: null });
    expect(incident.nextUpdateDueAt).not.toBeNull();
  });

  test("refuses what the table does not allow, naming what it does", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await expect(changeStatus(ctx, to(key, "closed"))).rejects.toMatchObject({
      code: "invalid_transition",
      details: { allowed: ["identified", "mitigating", "monitoring", "resolved"] },
    });
  });

  test("of two people with one version in sight, the second is shown the first's change", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { key } = await buildIncident(ana);
    const results = await Promise.allSettled([
      changeStatus(ana, to(key, "monitoring", { expectedVersion: 1 })),
      changeStatus(luis, to(key, "mitigating", { expectedVersion: 1 })),
    ]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "stale_version", details: { current: { version: 2 } } });
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("the same id twice is one move", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const move = to(key, "monitoring", { id: v7() });
    await changeStatus(ctx, move);
    expect(await changeStatus(ctx, move)).toMatchObject({ entry: { repeated: true }, incident: { lastSeq: 2 } });
  });

  test("is not for viewers", async ({ as }) => {
    const { key } = await buildIncident(await as("responder"));
    await expect(changeStatus(await as("viewer"), to(key, "resolved"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("closing", () => {
  test("says all that is missing, and closes when it is there", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "resolved"));
    await expect(changeStatus(ctx, to(key, "closed"))).rejects.toMatchObject({
      code: "closing_incomplete",
      details: { missing: ["stable", "root_cause", "follow_ups"] },
    });
    clock.advance(1_800);
    await patchIncident(ctx, patch({ key, rootCause: "Se llenó el disco de `db-2`" }));
    await addFollowUp(ctx, { key, title: "Alerta de disco", dueOn: "2026-02-01" });
    expect((await getIncident(ctx, { key })).closingMissing).toEqual([]);
    const { incident } = await changeStatus(ctx, to(key, "closed"));
    expect(incident).toMatchObject({ status: "closed", closedAt: "2026-01-15T03:30:00.000Z" });
  });

  test("takes reasons for what there will not be", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await patchIncident(ctx, patch({ key, status: "resolved", rootCause: "Falsa alarma" }));
    const reasons = { noFollowUpsReason: "nada que hacer", notStableReason: "nunca falló" };
    const { entry } = await changeStatus(ctx, to(key, "closed", reasons));
    expect(entry.data).toMatchObject(reasons);
  });

  test("can be forced with a reason, which stays with what was missing", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await changeStatus(ctx, to(key, "resolved"));
    await expect(changeStatus(ctx, to(key, "closed", { override: true }))).rejects.toMatchObject({
      code: "reason_required",
    });
    const { entry } = await changeStatus(ctx, to(key, "closed", { override: true, reason: "duplicado de INC-1" }));
    expect(entry.data).toMatchObject({ missing: ["stable", "root_cause", "follow_ups"], reason: "duplicado de INC-1" });
  });
});

describe("patching", () => {
  test("changes facts, severity and status at once or not at all", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const bad = patch({ key, title: "Otro título", severity: "SEV1", status: "closed" });
    await expect(patchIncident(ctx, bad)).rejects.toMatchObject({ code: "invalid_transition" });
    expect(await getIncident(ctx, { key })).toMatchObject({
      title: "La API no responde",
      severity: "SEV2",
      version: 1,
    });
    await patchIncident(ctx, patch({ key, title: "Otro título", severity: "SEV1", status: "mitigating" }));
    expect(await getIncident(ctx, { key })).toMatchObject({
      title: "Otro título",
      severity: "SEV1",
      status: "mitigating",
    });
    const { entries } = await listEntries(ctx, { key, after: 1, limit: 10 });
    expect(entries.map(({ kind }) => kind)).toEqual(["note", "severity", "status"]);
  });

  test("that changes nothing writes nothing", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const same = patch({ key, title: "La API no responde", severity: "SEV2", status: "investigating" });
    expect(await patchIncident(ctx, same)).toMatchObject({ version: 1, lastSeq: 1 });
  });

  test("with an old version shows the current incident", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    await patchIncident(ctx, patch({ key, title: "Uno", expectedVersion: 1 }));
    await expect(patchIncident(ctx, patch({ key, title: "Dos", expectedVersion: 1 }))).rejects.toMatchObject({
      code: "stale_version",
      details: { current: { title: "Uno", version: 2 } },
    });
  });
});
