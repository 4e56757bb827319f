import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { connect, databaseError, transaction } from "./client";
import { pendingSql } from "./migrate";

describe("the database", () => {
  test("gives times back as they were written, whatever the server's time zone", async ({ db, as, databaseUrl }) => {
    const { actor } = await as("viewer");
    await db.$executeRawUnsafe(
      `ALTER DATABASE "${new URL(databaseUrl).pathname.slice(1)}" SET TimeZone = 'America/Argentina/Buenos_Aires'`,
    );
    const other = connect(databaseUrl, 1);
    const at = new Date("2026-03-08T02:30:00.123Z");
    await other.person.update({ where: { id: actor.id as string }, data: { updatedAt: at } });
    expect((await other.person.findUniqueOrThrow({ where: { id: actor.id as string } })).updatedAt).toEqual(at);
    await other.$disconnect();
  });

  test("has nothing in its schema files that the migrations lack", async ({ databaseUrl }) => {
    expect(await pendingSql(process.cwd(), databaseUrl)).toBe("");
  });

  test("says that it is away in the catalogue's words", async () => {
    const db = connect("postgresql://postgres@127.0.0.1:1/nothing", 1);
    await expect(transaction(db, (tx) => tx.person.count())).rejects.toMatchObject({ code: "database_unavailable" });
    await db.$disconnect();
  });

  test("refuses to remove an entry of a timeline", async ({ db }) => {
    const at = new Date();
    const incident = await db.incident.create({
      data: { id: randomUUID(), title: "x", severity: "SEV3", services: [], declaredAt: at, updatedAt: at },
    });
    const common = { incidentId: incident.id, seq: 1, changedSeq: 1, happenedAt: at, recordedAt: at, actorName: "x" };
    await db.timelineEntry.create({ data: { id: randomUUID(), kind: "note", source: "web", body: "kept", ...common } });
    await expect(db.timelineEntry.deleteMany()).rejects.toThrow(/append-only/);
  });
});

describe("databaseError", () => {
  test("leaves an ordinary error as it is", () => {
    const error = new Error("no");
    expect(databaseError(error)).toBe(error);
  });
});
