import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { connect } from "@/lib/db/client";
import { test } from "@/test/database";
import { createPerson, updatePerson } from "../commands";
import { changePassword } from "../password/commands";
import { readAuditLog } from "../queries";
import { signInWithPassword } from "./commands";

let lastOctet = 0;
const anywhere = () => `192.0.2.${++lastOctet % 256}`;
const newcomer = async (admin: Ctx) => {
  const { person, password } = await createPerson(admin, {
    email: `${randomUUID()}@example.org`,
    name: "Marta",
    role: "editor",
  });
  return { ...person, password };
};
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "in",
    (error) => error.code as string,
  );

describe("signing in", () => {
  test("with the right password gives who it is, and is written down", async ({ as, asNobody }) => {
    const admin = await as("admin");
    const { id, email, password } = await newcomer(admin);
    const person = await signInWithPassword(asNobody, { email, password, address: anywhere() });
    expect(person).toEqual({ id, email, name: "Marta", role: "editor", sessionVersion: 1 });
    const { events } = await readAuditLog(admin, { limit: 1 });
    expect(events[0]).toMatchObject({ action: "session.started", actorId: id, actorName: "Marta" });
  });

  test("fails alike for a wrong password, an unknown e-mail and a disabled person", async ({ as, asNobody }) => {
    const admin = await as("admin");
    const disabled = await newcomer(admin);
    await updatePerson(admin, { id: disabled.id, disabled: true });
    const { email } = await newcomer(admin);
    const attempts = [
      { email, password: "wrong" },
      { email: "nobody@example.org", password: "wrong" },
      { email: disabled.email, password: disabled.password },
    ];
    for (const attempt of attempts) {
      await expect(signInWithPassword(asNobody, { ...attempt, address: anywhere() })).rejects.toMatchObject({
        code: "sign_in_failed",
        details: {},
      });
    }
  });

  test("takes as long for an unknown e-mail as for a wrong password", async ({ as, asNobody }) => {
    const { email } = await newcomer(await as("admin"));
    const time = async (typed: string) => {
      const start = performance.now();
      await outcome(signInWithPassword(asNobody, { email: typed, password: "wrong", address: anywhere() }));
      return performance.now() - start;
    };
    await time("warm@example.org");
    const [known, unknown] = [await time(email), await time("nobody.else@example.org")];
    expect(unknown).toBeGreaterThan(known / 4);
  });
});

describe("guessing", () => {
  test("one account from many addresses at the same time ends after ten", async ({ as, asNobody }) => {
    const { email, password } = await newcomer(await as("admin"));
    const guesses = Array.from({ length: 25 }, (_, i) =>
      outcome(signInWithPassword(asNobody, { email, password: `guess ${i}`, address: anywhere() })),
    );
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((one) => one === "sign_in_failed")).toHaveLength(10);
    expect(outcomes.filter((one) => one === "rate_limited")).toHaveLength(15);
    const right = signInWithPassword(asNobody, { email, password, address: anywhere() });
    await expect(right).rejects.toMatchObject({ code: "rate_limited", details: { retryAfter: expect.any(Number) } });
  });

  test("many accounts from one address ends after a hundred, whatever the end of an IPv6 address", async ({
    asNobody,
    db,
  }) => {
    const guess = (i: number) =>
      outcome(
        signInWithPassword(asNobody, {
          email: `someone${i}@example.org`,
          password: "summer2026",
          address: `2001:db8:0:7::${i.toString(16)}`,
        }),
      );
    await guess(0);
    await db.rateLimit.updateMany({ where: { key: { startsWith: "address:2001:db8:0:7" } }, data: { points: 99 } });
    expect([await guess(1), await guess(2)]).toEqual(["sign_in_failed", "rate_limited"]);
  });

  test("leaves a person who mistyped a few times alone once they are in", async ({ as, asNobody }) => {
    const { email, password } = await newcomer(await as("admin"));
    const type = (typed: string) =>
      outcome(signInWithPassword(asNobody, { email, password: typed, address: "198.51.100.1" }));
    for (let i = 0; i < 9; i++) await type("typo");
    expect(await type(password)).toBe("in");
    expect(await type("typo")).toBe("sign_in_failed");
    expect(await type(password)).toBe("in");
  });

  test("does not leave what was typed in the database", async ({ asNobody, db }) => {
    await outcome(signInWithPassword(asNobody, { email: "hunter2-typed-here", password: "x", address: anywhere() }));
    expect(JSON.stringify((await db.rateLimit.findMany()).map(({ key }) => key))).not.toContain("hunter2");
  });

  test("the current password of a stolen session is counted too", async ({ db, as, asNobody }) => {
    const { id, email, password } = await newcomer(await as("admin"));
    const thief: Ctx = { ...asNobody, db, actor: { kind: "person", id, name: "Marta", role: "editor" } };
    const guess = (current: string) => outcome(changePassword(thief, { current, next: "a long enough password" }));
    for (let i = 0; i < 10; i++) expect(await guess(`guess ${i}`)).toBe("wrong_password");
    expect(await guess(password)).toBe("rate_limited");
    expect(await outcome(signInWithPassword(asNobody, { email, password, address: anywhere() }))).toBe("rate_limited");
  });
});

describe("with the database away", () => {
  test("says that it cannot be checked now, not that the password is wrong", async ({ asNobody }) => {
    const away = connect("postgresql://postgres@127.0.0.1:1/nothing", 1);
    for (let i = 0; i < 12; i++) {
      const attempt = signInWithPassword(
        { ...asNobody, db: away },
        { email: "a@example.org", password: "x", address: "::1" },
      );
      await expect(attempt).rejects.toMatchObject({ code: "database_unavailable" });
    }
    await away.$disconnect();
  });
});
