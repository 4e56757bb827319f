import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { verifyPassword } from "@/lib/auth/password";
import type { Db } from "@/lib/db/client";
import { test } from "@/test/database";
import { createPerson, resetPassword, updatePerson } from "./commands";
import { readAuditLog } from "./queries";

const someone = (role: "viewer" | "responder" | "editor" | "admin" = "responder") => ({
  email: `${randomUUID()}@example.org`,
  name: "Marta",
  role,
});

describe("people", () => {
  test("are made with a password that is told once and kept as a hash", async ({ db, as }) => {
    const { person, password } = await createPerson(await as("admin"), someone());
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(row.passwordHash, password)).toBe(true);
    expect(JSON.stringify(person)).not.toContain("argon2");
  });

  test("have an e-mail each", async ({ as }) => {
    const admin = await as("admin");
    const input = someone();
    await createPerson(admin, input);
    await expect(createPerson(admin, input)).rejects.toMatchObject({ code: "email_taken" });
  });

  test.for(["viewer", "responder", "editor"] as const)("are no business of a %s", async (role, { as }) => {
    const ctx = await as(role);
    const { actor } = await as("admin");
    const id = actor.id as string;
    await expect(createPerson(ctx, someone())).rejects.toMatchObject({ code: "forbidden" });
    await expect(updatePerson(ctx, { id, role: "viewer" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(resetPassword(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("lose their sessions for good when they are disabled", async ({ db, as }) => {
    const admin = await as("admin");
    const { person } = await createPerson(admin, someone());
    await updatePerson(admin, { id: person.id, disabled: true });
    await updatePerson(admin, { id: person.id, disabled: false });
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(row).toMatchObject({ disabledAt: null, sessionVersion: 2 });
  });

  test("get another password from an administrator, which ends their sessions", async ({ db, as }) => {
    const admin = await as("admin");
    const { person, password: old } = await createPerson(admin, someone());
    const { password } = await resetPassword(admin, person);
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(row.sessionVersion).toBe(2);
    expect(await verifyPassword(row.passwordHash, password)).toBe(true);
    expect(await verifyPassword(row.passwordHash, old)).toBe(false);
  });

  test("leave a trace of every change, with who made it and no secret", async ({ as }) => {
    const admin = await as("admin");
    const { person, password } = await createPerson(admin, someone("viewer"));
    await updatePerson(admin, { id: person.id, role: "editor", name: "Marta R.", disabled: true });
    const { events } = await readAuditLog(admin, { limit: 10 });
    const about = events.filter(({ subject }) => subject === `person:${person.id}`);
    expect(about.map(({ action, data }) => [action, data])).toEqual([
      ["person.disabled", { from: "enabled", to: "disabled" }],
      ["person.role_changed", { from: "viewer", to: "editor" }],
      ["person.renamed", { from: "Marta", to: "Marta R." }],
      ["person.created", { email: person.email, name: "Marta", role: "viewer" }],
    ]);
    expect(new Set(about.map(({ actorId }) => actorId))).toEqual(new Set([admin.actor.id]));
    expect(JSON.stringify(about)).not.toContain(password);
  });

  test("are not audited when nothing changes", async ({ as }) => {
    const admin = await as("admin");
    const { person } = await createPerson(admin, someone("viewer"));
    await updatePerson(admin, { id: person.id, role: "viewer", disabled: false });
    const { events } = await readAuditLog(admin, { limit: 1 });
    expect(events[0]?.action).toBe("person.created");
  });
});

describe("the last administrator", () => {
  const alone = async (db: Db) => {
    await db.person.updateMany({ where: { role: "admin" }, data: { role: "editor" } });
  };

  test.for([{ role: "editor" as const }, { disabled: true }])(
    "cannot be lost through %o",
    async (change, { db, as }) => {
      const admin = await as("admin");
      await alone(db);
      const id = admin.actor.id as string;
      await db.person.update({ where: { id }, data: { role: "admin" } });
      await expect(updatePerson(admin, { id, ...change })).rejects.toMatchObject({ code: "last_admin" });
    },
  );

  test("is one of two who demote each other at the same time", async ({ db, as }) => {
    const admin = await as("admin");
    await alone(db);
    const [first, second] = await Promise.all([
      createPerson(admin, someone("admin")),
      createPerson(admin, someone("admin")),
    ]);
    const results = await Promise.allSettled(
      [first, second].map(({ person }) => updatePerson(admin, { id: person.id, role: "viewer" })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.person.count({ where: { role: "admin" } })).toBe(1);
  });
});
