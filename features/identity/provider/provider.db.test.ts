import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { createPerson, updatePerson } from "../commands";
import type { ProviderClaims } from "../schema";
import { signInWithProvider } from "./commands";

const issuer = "https://login.example.org";
const claims = (more: Partial<ProviderClaims> = {}): ProviderClaims => ({
  iss: issuer,
  sub: randomUUID(),
  name: "Lucía",
  ...more,
});
const address = () => `${randomUUID()}@example.org`;
const invited = (role: "viewer" | "editor" = "editor") => ({ email: address(), name: "Lucía", role });

describe("somebody who comes from the identity provider", () => {
  test("is new the first time, with the role that new people get, and the same one the next", async ({ asNobody }) => {
    const who = claims({ email: address(), email_verified: true });
    const first = await signInWithProvider(asNobody, who, "responder");
    expect(first).toMatchObject({ name: "Lucía", role: "responder", email: who.email });
    expect(await signInWithProvider(asNobody, { ...who, email: address() }, "admin")).toEqual(first);
  });

  test("is made once when two first sign-ins cross", async ({ asNobody }) => {
    for (let round = 0; round < 10; round += 1) {
      const who = claims({ email: address(), email_verified: true });
      const [first, ...others] = await Promise.all([1, 2, 3].map(() => signInWithProvider(asNobody, who, "viewer")));
      for (const other of others) expect(other).toEqual(first);
    }
  });

  test("is the invited person when the provider vouches for the e-mail", async ({ as, asNobody }) => {
    const { person } = await createPerson(await as("admin"), invited());
    const who = claims({ email: person.email.toUpperCase(), email_verified: "true" });
    expect(await signInWithProvider(asNobody, who, "viewer")).toMatchObject({ id: person.id, role: "editor" });
  });

  test.for([false, undefined, "false", "yes"])(
    "is not the invited person when the e-mail is not vouched for (%s)",
    async (email_verified, { as, asNobody, db }) => {
      const { person } = await createPerson(await as("admin"), invited());
      const who = claims({ email: person.email, email_verified });
      const stranger = await signInWithProvider(asNobody, who, "viewer");
      expect(stranger.id).not.toBe(person.id);
      expect(stranger.role).toBe("viewer");
      expect(stranger.email).toBe(`${who.sub}@login.example.org.invalid`);
      expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ oidcSubject: null });
    },
  );

  test("cannot take over somebody who is linked to another identity", async ({ asNobody }) => {
    const email = address();
    await signInWithProvider(asNobody, claims({ email, email_verified: true }), "viewer");
    const other = signInWithProvider(asNobody, claims({ email, email_verified: true }), "viewer");
    await expect(other).rejects.toMatchObject({ code: "identity_conflict" });
  });

  test("is somebody else when another issuer uses the same subject", async ({ asNobody }) => {
    const who = claims();
    const here = await signInWithProvider(asNobody, who, "viewer");
    const there = await signInWithProvider(asNobody, { ...who, iss: "https://other.example.org" }, "viewer");
    expect(there.id).not.toBe(here.id);
  });

  test("stays out while disabled", async ({ as, asNobody }) => {
    const who = claims({ email: address(), email_verified: true });
    const { id } = await signInWithProvider(asNobody, who, "viewer");
    await updatePerson(await as("admin"), { id, disabled: true });
    await expect(signInWithProvider(asNobody, who, "viewer")).rejects.toMatchObject({ code: "account_disabled" });
  });
});
