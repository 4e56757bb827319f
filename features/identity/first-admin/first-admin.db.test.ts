import { expect } from "vitest";
import { system } from "@/lib/auth/actor";
import { verifyPassword } from "@/lib/auth/password";
import { test } from "@/test/database";
import { ensureFirstAdmin } from "./commands";

test("several instances that start at once make one administrator, with one password", async ({ db, asNobody }) => {
  const ctx = { ...asNobody, actor: system };
  const results = await Promise.all([1, 2, 3, 4].map(() => ensureFirstAdmin(ctx)));
  const made = results.filter((result) => result.created);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({
    email: "admin@localhost",
    generatedPassword: expect.stringMatching(/^(\w{5}-){3}\w{5}$/),
  });
  expect(await db.person.count()).toBe(1);

  // Another start, now with the address in the settings: somebody administers already.
  expect(await ensureFirstAdmin(ctx, { email: "ops@example.org", password: "correct horse battery" })).toEqual({
    created: false,
  });
});

test("takes the e-mail and password that it is given", async ({ db, asNobody }) => {
  await db.auditEvent.count();
  await db.person.deleteMany();
  const result = await ensureFirstAdmin(
    { ...asNobody, actor: system },
    { email: " Ops@Example.org ", password: "correct horse battery" },
  );
  expect(result).toEqual({ created: true, email: "ops@example.org", generatedPassword: null });
  const { role, passwordHash } = await db.person.findUniqueOrThrow({ where: { email: "ops@example.org" } });
  expect(role).toBe("admin");
  expect(await verifyPassword(passwordHash, "correct horse battery")).toBe(true);
});

test("is not for people to call", async ({ as }) => {
  await expect(ensureFirstAdmin(await as("admin"))).rejects.toMatchObject({ code: "forbidden" });
});
