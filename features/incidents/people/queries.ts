import { authorize } from "@/lib/auth/policy";
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

/** Everybody who can hold a role or a follow-up, by name. */
export async function listPeople(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  return ctx.db.person.findMany({ ...enabled, select: { id: true, name: true } });
}
