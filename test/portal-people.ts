import { createPerson } from "@/features/identity/commands";
import { createToken } from "@/features/identity/tokens/commands";
import { system } from "@/lib/auth/actor";
import { type Role, roles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { connect } from "@/lib/db/client";
import { lockHolder } from "@/lib/server/data-lock";

/** Somebody of a running portal under test: how to sign in, and a token of the same role. */
export type TestPerson = { email: string; password: string; name: string; token: string };
export type TestPeople = Record<Role, TestPerson>;

/** Makes a person and a token of each role in the portal that runs on `dataDir`. */
export async function makePeople(dataDir: string): Promise<TestPeople> {
  const url = (await lockHolder(dataDir))?.databaseUrl;
  if (!url) throw new Error(`no portal runs on ${dataDir}`);
  return makePeopleOn(url);
}

/** The same in a portal's database. */
export async function makePeopleOn(url: string): Promise<TestPeople> {
  const db = connect(url, 2);
  const ctx: Ctx = { db, actor: system, now: () => new Date(), source: "system", locale: "es" };
  try {
    const people: [Role, TestPerson][] = [];
    for (const role of roles) people.push([role, await makePerson(ctx, role)]);
    return Object.fromEntries(people) as TestPeople;
  } finally {
    await db.$disconnect();
  }
}

async function makePerson(ctx: Ctx, role: Role): Promise<TestPerson> {
  const who = { email: `${role}@pruebas.example.org`, name: `Prueba ${role}`, role };
  const { password } = await createPerson(ctx, who);
  const { secret } = await createToken(ctx, { name: `pruebas-${role}`, role });
  return { email: who.email, name: who.name, password, token: secret };
}
