import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { listRunbooks } from "../../library/queries";
import type { Runbook } from "../../library/runbook";
import type { Found } from "../found";
import { ownerKeyOf, ownerOf } from "../owner";
import { worklistPolicy } from "../policy";
import type { Shelf } from "../refresh/shelf";
import { ownerFindings } from "../sources/owners";
import type { Owner, OwnerList } from "./schema";

type Reader = Pick<Db | Tx, "ownerPerson" | "person">;

/** Keys of the owners that somebody answers for: those that they took on, and their own name. */
export async function ownKeys(db: Reader, actor: Actor): Promise<string[]> {
  if (actor.kind !== "person" || !actor.id) return [];
  const rows = await db.ownerPerson.findMany({ where: { personId: actor.id }, select: { ownerKey: true } });
  return [...new Set([ownerKeyOf(actor.name), ...rows.map(({ ownerKey }) => ownerKey)])];
}

const keepers = { role: { in: ["editor", "admin"] as ("editor" | "admin")[] }, disabledAt: null };

/** Who answers for each owner, by key: editors who took it on, and editors of that very name. */
async function peopleByOwner(db: Reader): Promise<Map<string, Owner["people"]>> {
  const [rows, people] = await Promise.all([
    db.ownerPerson.findMany({ orderBy: { personName: "asc" } }),
    db.person.findMany({ where: keepers, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  const active = new Map(people.map((person) => [person.id, person]));
  const found = new Map<string, Owner["people"]>();
  const add = (key: string, one: Owner["people"][number]) => {
    const others = found.get(key) ?? [];
    if (!others.some(({ id }) => id === one.id)) found.set(key, [...others, one]);
  };
  for (const { id, name } of people) add(ownerKeyOf(name), { id, name, byName: true });
  for (const { ownerKey, personId } of rows) {
    const person = active.get(personId);
    if (person) add(ownerKey, { ...person, byName: false });
  }
  return found;
}

/** The owners that runbooks name, and who answers for each; those of nobody first. */
export async function listOwners(ctx: Ctx): Promise<OwnerList> {
  authorize(worklistPolicy, "read", ctx.actor, null);
  const [runbooks, people] = await Promise.all([listRunbooks(), peopleByOwner(ctx.db)]);
  const owners = [...named(runbooks)].map(([key, { name, count }]): Owner => {
    const those = people.get(key) ?? [];
    return { name, runbooks: count, people: those, mine: those.some(({ id }) => id === ctx.actor.id) };
  });
  const order = (a: Owner, b: Owner) =>
    Number(a.people.length > 0) - Number(b.people.length > 0) || a.name.localeCompare(b.name);
  return { owners: owners.sort(order) };
}

function named(runbooks: readonly Runbook[]): Map<string, { name: string; count: number }> {
  const found = new Map<string, { name: string; count: number }>();
  for (const runbook of runbooks) {
    const name = ownerOf(runbook);
    if (name === null) continue;
    const key = ownerKeyOf(name);
    found.set(key, { name: found.get(key)?.name ?? name, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return found;
}

/** Source of what is wrong with owners: runbooks that name nobody, and names that nobody here goes by. */
export async function ownersSource({ db }: Ctx, { runbooks }: Shelf): Promise<Found[]> {
  return ownerFindings(runbooks, new Set((await peopleByOwner(db)).keys()));
}

/** Everybody who could answer for an owner. */
export async function ownerCandidates(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorize(worklistPolicy, "read", ctx.actor, null);
  return ctx.db.person.findMany({ where: keepers, select: { id: true, name: true }, orderBy: { name: "asc" } });
}
