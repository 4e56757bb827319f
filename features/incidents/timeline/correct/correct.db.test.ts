import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntry } from "../commands";
import { listEntries, listRevisions } from "../queries";
import { AppendEntry } from "../schema";
import { correctEntry, retractEntry } from "./commands";

describe("correcting an entry", () => {
  test("keeps every text it had, and its number", async ({ as, clock }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    const { id: entryId } = await appendEntry(ctx, AppendEntry.parse({ key, body: "reinicié db-1" }));
    clock.advance(60);
    await correctEntry(ctx, { key, entryId, expectedRevision: 0, body: "reinicié db-2", reason: "me confundí" });
    const again = { key, entryId, expectedRevision: 1, happenedAt: new Date("2026-01-15T02:50:00Z") };
    expect(await correctEntry(ctx, again)).toMatchObject({ seq: 2, revision: 2, body: "reinicié db-2" });
    const { revisions } = await listRevisions(ctx, { key, entryId });
    expect(revisions).toMatchObject([
      { revision: 0, body: "reinicié db-1", replacedBy: "Ana Gómez", reason: "me confundí" },
      { revision: 1, body: "reinicié db-2", happenedAt: "2026-01-15T03:00:00.000Z" },
      { revision: 2, body: "reinicié db-2", happenedAt: "2026-01-15T02:50:00.000Z", replacedBy: null },
    ]);
    expect((await listEntries(ctx, { key, after: 0, limit: 10 })).lastSeq).toBe(2);
  });

  test("shows the current text to whoever corrects an older one", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id: entryId } = await appendEntry(ctx, AppendEntry.parse({ key, body: "uno" }));
    await correctEntry(ctx, { key, entryId, expectedRevision: 0, body: "dos" });
    await expect(correctEntry(ctx, { key, entryId, expectedRevision: 0, body: "tres" })).rejects.toMatchObject({
      code: "stale_version",
      details: { current: { body: "dos", revision: 1 } },
    });
  });

  test.for([
    ["editor", undefined],
    ["responder", "forbidden"],
    ["viewer", "forbidden"],
  ] as const)("of somebody else is for editors: %s", async ([role, code], { as }) => {
    const author = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(author);
    const { id: entryId } = await appendEntry(author, AppendEntry.parse({ key, body: "uno" }));
    const correction = correctEntry(await as(role, `Luis (${role})`), {
      key,
      entryId,
      expectedRevision: 0,
      body: "dos",
    });
    if (code) await expect(correction).rejects.toMatchObject({ code });
    else expect(await correction).toMatchObject({ body: "dos" });
  });

  test("that tells of a change of state is refused: another change is needed", async ({ as }) => {
    const ctx = await as("admin");
    const { key } = await buildIncident(ctx);
    const { id: entryId } = await appendEntry(ctx, AppendEntry.parse({ key, body: "/sev 1" }));
    await expect(retractEntry(ctx, { key, entryId, reason: "no" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("retracting an entry", () => {
  test("strikes it through with a reason and leaves its text", async ({ as }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    const { id: entryId } = await appendEntry(ctx, AppendEntry.parse({ key, body: "otro servicio" }));
    await expect(retractEntry(ctx, { key, entryId, reason: "" })).rejects.toMatchObject({ code: "reason_required" });
    const retracted = await retractEntry(ctx, { key, entryId, reason: "era de otro" });
    expect(retracted).toMatchObject({ body: "otro servicio", retracted: { by: "Ana Gómez", reason: "era de otro" } });
    expect(await retractEntry(ctx, { key, entryId, reason: "otra vez" })).toEqual(retracted);
    await expect(correctEntry(ctx, { key, entryId, expectedRevision: 0, body: "x" })).rejects.toMatchObject({
      code: "entry_retracted",
    });
  });

  test("never takes a row away, not even by hand in the database", async ({ as, db }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id } = await appendEntry(ctx, AppendEntry.parse({ key, body: "x" }));
    await expect(db.timelineEntry.delete({ where: { id } })).rejects.toThrow(/append-only/);
  });
});
