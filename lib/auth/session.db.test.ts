import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { test } from "@/test/database";
import { actorOf } from "./request-actor";
import { sessionActor } from "./session";
import { encodeSession, sessionCookie } from "./session-token";
import { forgetStanding } from "./standing";
import { hashToken, newToken } from "./token";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test only");
  vi.stubEnv("NEXTAUTH_URL", "http://127.0.0.1:3140");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const away = "postgresql://postgres@127.0.0.1:1/nothing";
const withCookie = (value: string, init: RequestInit = {}) =>
  new Request("http://127.0.0.1:3140/api/v1/me", {
    ...init,
    headers: { ...init.headers, cookie: `other=1; ${sessionCookie()}=${value}` },
  });
const session = (id: string, more: { role?: "viewer" | "admin"; sessionVersion?: number } = {}) =>
  encodeSession({ sub: id, name: "Ana", role: "viewer", sessionVersion: 1, ...more });

describe("a session", () => {
  test("has the role and name of now, not those of signing in", async ({ as, databaseUrl }) => {
    vi.stubEnv("DATABASE_URL", databaseUrl);
    const { actor } = await as("editor");
    expect(await sessionActor(withCookie(await session(actor.id as string)))).toEqual(actor);
  });

  test("of a disabled person ends within five seconds, here and in other processes", async ({
    as,
    db,
    databaseUrl,
  }) => {
    vi.stubEnv("DATABASE_URL", databaseUrl);
    const { actor } = await as("responder", "Deshabilitada");
    const id = actor.id as string;
    const request = withCookie(await session(id));
    expect((await sessionActor(request)).kind).toBe("person");
    await db.person.update({ where: { id }, data: { disabledAt: new Date() } }); // as another process would
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
    expect((await sessionActor(request)).kind).toBe("nobody");
  });

  test.for([{ sessionVersion: 2 }, { sessionVersion: 0 }])(
    "of another generation counts for nothing (%o)",
    async (claims, { as, databaseUrl }) => {
      vi.stubEnv("DATABASE_URL", databaseUrl);
      const { actor } = await as("viewer", "Generaciones");
      expect((await sessionActor(withCookie(await session(actor.id as string, claims)))).kind).toBe("nobody");
    },
  );

  test("of somebody who no longer exists counts for nothing", async ({ databaseUrl }) => {
    vi.stubEnv("DATABASE_URL", databaseUrl);
    const request = withCookie(await session("00000000-0000-7000-8000-000000000000", { role: "admin" }));
    expect((await sessionActor(request)).kind).toBe("nobody");
  });

  test("is believed while the database is away", async () => {
    vi.stubEnv("DATABASE_URL", away);
    const id = "00000000-0000-7000-8000-000000000001";
    expect(await sessionActor(withCookie(await session(id)))).toEqual({
      kind: "person",
      id,
      name: "Ana",
      role: "viewer",
    });
  });

  test("known to be over stays over when the database goes away", async ({ as, db, databaseUrl }) => {
    vi.stubEnv("DATABASE_URL", databaseUrl);
    const { actor } = await as("viewer", "Apagón");
    const id = actor.id as string;
    await db.person.update({ where: { id }, data: { disabledAt: new Date() } });
    const request = withCookie(await session(id));
    expect((await sessionActor(request)).kind).toBe("nobody");
    vi.stubEnv("DATABASE_URL", away);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
    expect((await sessionActor(request)).kind).toBe("nobody");
    vi.stubEnv("DATABASE_URL", databaseUrl);
    forgetStanding(id);
  });

  test.for(["", "x", "a.b.c.d.e"])("that is forged is nobody's (%s)", async (value) => {
    expect((await sessionActor(withCookie(value))).kind).toBe("nobody");
  });

  test("made with another secret is nobody's", async () => {
    const foreign = await session("00000000-0000-7000-8000-000000000001");
    vi.stubEnv("NEXTAUTH_SECRET", "another secret");
    expect((await sessionActor(withCookie(foreign))).kind).toBe("nobody");
  });

  test("ends twelve hours after signing in", async () => {
    vi.stubEnv("DATABASE_URL", away);
    const request = withCookie(await session("00000000-0000-7000-8000-000000000002"));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 12 * 3_600_000 + 60_000 });
    expect((await sessionActor(request)).kind).toBe("nobody");
  });

  test("is not taken from an Authorization header", async () => {
    const token = await session("00000000-0000-7000-8000-000000000003", { role: "admin" });
    const request = new Request("http://127.0.0.1/", { headers: { authorization: `Bearer ${token}` } });
    expect((await sessionActor(request)).kind).toBe("nobody");
  });

  test("on a site over https uses a cookie that only travels over https", () => {
    vi.stubEnv("NEXTAUTH_URL", "https://portal.example.org");
    expect(sessionCookie()).toBe("__Secure-next-auth.session-token");
  });
});

describe("a write that carries the cookie", () => {
  const post = async (headers: Record<string, string>) =>
    actorOf(
      withCookie(await session("00000000-0000-7000-8000-000000000004"), {
        method: "POST",
        headers: { host: "127.0.0.1:3140", ...headers },
      }),
    ).then(
      ({ kind }) => kind,
      (error) => error.code,
    );

  test.for<[Record<string, string>, string]>([
    [{ "sec-fetch-site": "same-origin" }, "person"],
    [{ origin: "http://127.0.0.1:3140" }, "person"],
    [{ "sec-fetch-site": "cross-site", origin: "http://127.0.0.1:3140" }, "cross_origin"],
    [{ "sec-fetch-site": "same-site" }, "cross_origin"],
    [{ "sec-fetch-site": "none" }, "cross_origin"],
    [{ origin: "https://evil.example" }, "cross_origin"],
    [{ origin: "null" }, "cross_origin"],
    [{ origin: "http://127.0.0.1:9999" }, "cross_origin"],
    [{}, "cross_origin"],
  ])("with %o is from: %s", async ([headers, expected]) => {
    vi.stubEnv("DATABASE_URL", away);
    expect(await post(headers)).toBe(expected);
  });
});

describe("a token", () => {
  const bearer = (secret: string) =>
    actorOf(new Request("http://127.0.0.1/", { method: "POST", headers: { authorization: `Bearer ${secret}` } }));

  test.for<[string, Record<string, Date | null>, string]>([
    ["in force", {}, "token"],
    ["revoked", { revokedAt: new Date() }, "unauthenticated"],
    ["expired", { expiresAt: new Date(Date.now() - 1_000) }, "unauthenticated"],
  ])("%s", async ([name, dates, expected], { db, databaseUrl }) => {
    vi.stubEnv("DATABASE_URL", databaseUrl);
    const secret = newToken();
    await db.apiToken.create({
      data: {
        id: crypto.randomUUID(),
        name,
        role: "viewer",
        secretHash: hashToken(secret),
        hint: "bit_",
        createdAt: new Date(),
        ...dates,
      },
    });
    expect(
      await bearer(secret).then(
        ({ kind }) => kind,
        (error) => error.code,
      ),
    ).toBe(expected);
  });

  test("that nobody made is refused, and does not fall back to the cookie", async ({ databaseUrl }) => {
    vi.stubEnv("DATABASE_URL", databaseUrl);
    await expect(bearer(newToken())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
