import { authorize } from "@/lib/auth/policy";
import { atLeast, roles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { incidentPolicy } from "../policy";
import { matchPerson } from "./match-person";

const enabled = { where: { disabledAt: null }, orderBy: { name: "asc" }, take: 2_000 } as const;

/**
 * The one person that a text means.
 * @throws `unknown_person` with the names that it could mean
 */
export async function findPerson(tx: Tx, text: string): Promise<{ id: string; name: string }> {
  const people = await tx.person.findMany({ ...enabled, select: { id: true, email: true, name: true } });
  const [person, ...others] = matchPerson(people, text);
  if (person && others.length === 0) return { id: person.id, name: person.name };
  throw new AppError("unknown_person", {
    person: text,
    candidates: [person, ...others].flatMap((each) => (each ? [each.name] : [])).slice(0, 10),
  });
}

const responders = { in: roles.filter((role) => atLeast(role, "responder")) };

/**
 * The person of that id, as somebody who can be given work on an incident.
 * @throws `unknown_person` when there is none, or they cannot act
 */
export async function findResponder(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const where = { id, disabledAt: null, role: responders };
  const person = await tx.person.findFirst({ where, select: { id: true, name: true } });
  if (!person) throw new AppError("unknown_person", { person: id, candidates: [] });
  return person;
}

/** Everybody who can be given work on an incident, by name. */
export async function listResponders(ctx: Ctx): Promise<{ people: { id: string; name: string }[] }> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const where = { disabledAt: null, role: responders };
  return { people: await ctx.db.person.findMany({ ...enabled, where, select: { id: true, name: true } }) };
}

/** Everybody who can hold a role or a follow-up, by name. */
export async function listPeople(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  return ctx.db.person.findMany({ ...enabled, select: { id: true, name: true } });
}
