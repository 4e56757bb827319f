import { describe, expect } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { test } from "@/test/database";
import { listTokens } from "../queries";
import { createToken, revokeToken } from "./commands";

describe("API tokens", () => {
  test("tell their secret once; what is kept does not", async ({ db, as }) => {
    const admin = await as("admin");
    const { token, secret } = await createToken(admin, { name: "ci", role: "responder", expiresInDays: 30 });
    expect(secret).toMatch(/^bit_[\w-]{43}$/);
    const kept = await db.apiToken.findUniqueOrThrow({ where: { id: token.id } });
    expect(
      JSON.stringify([kept, await listTokens(admin), await db.auditEvent.findMany()], (_, v) =>
        typeof v === "bigint" ? Number(v) : v,
      ),
    ).not.toContain(secret);
    expect(token).toMatchObject({ createdBy: admin.actor.name, expiresAt: "2026-02-14T03:00:00.000Z" });
  });

  test.for(["viewer", "responder", "editor"] as const)("are not handed out by a %s", async (role, { as }) => {
    const ctx = await as(role);
    await expect(createToken(ctx, { name: "x", role: "viewer" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listTokens(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("end when they are revoked, and ending one again changes nothing", async ({ db, as, clock }) => {
    const admin = await as("admin");
    const { token } = await createToken(admin, { name: "old", role: "viewer" });
    await revokeToken(admin, token);
    const events = await db.auditEvent.count();
    clock.advance(60);
    await revokeToken(admin, token);
    const { revokedAt } = await db.apiToken.findUniqueOrThrow({ where: { id: token.id } });
    expect(revokedAt).toEqual(new Date("2026-01-15T03:00:00.000Z"));
    expect(await db.auditEvent.count()).toBe(events);
  });

  test("can make tokens when they are an administrator's, and belong to nobody then", async ({ as }) => {
    const actor: Actor = { kind: "token", id: null, name: "provisioning", role: "admin" };
    const { token } = await createToken({ ...(await as("admin")), actor }, { name: "child", role: "editor" });
    expect(token.createdBy).toBeNull();
  });
});
