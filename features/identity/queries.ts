import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { databaseError, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { peoplePolicy } from "./policy";
import type { AuditLine, AuditPage, Person, Token } from "./schema";

type PersonRow = NonNullable<Awaited<ReturnType<Tx["person"]["findUnique"]>>>;
const iso = (date: Date | null) => date?.toISOString() ?? null;

/** A person as others may see it: never the password's hash. */
export const shownPerson = (row: PersonRow): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  signIn: { password: row.passwordHash !== null, provider: row.oidcSubject !== null },
  disabledAt: iso(row.disabledAt),
  createdAt: row.createdAt.toISOString(),
});

/** Everybody, by name. @throws `forbidden` unless an administrator asks */
export async function listPeople(ctx: Ctx): Promise<{ people: Person[] }> {
  authorize(peoplePolicy, "list", ctx.actor, null);
  const rows = await ctx.db.person.findMany({ orderBy: [{ name: "asc" }, { email: "asc" }] });
  return { people: rows.map(shownPerson) };
}

/** Who is asking, without the database. @throws `unauthenticated` for nobody */
export async function whoami({ actor }: Ctx) {
  const { kind, id, name, role } = actor;
  if (!role || (kind !== "person" && kind !== "token")) throw new AppError("unauthenticated");
  return { kind, id, name, role };
}

/** The own row of whoever is signed in; null for tokens and when the database is away. */
export async function findMyself(ctx: Ctx): Promise<Person | null> {
  if (ctx.actor.kind !== "person" || !ctx.actor.id) return null;
  try {
    const row = await ctx.db.person.findUnique({ where: { id: ctx.actor.id } });
    return row && shownPerson(row);
  } catch (error) {
    const known = databaseError(error);
    if (known === error) throw error;
    return null;
  }
}

type TokenRow = NonNullable<Awaited<ReturnType<Tx["apiToken"]["findUnique"]>>> & { creator?: { name: string } | null };

/** A token as lists show it: never its hash. */
export const shownToken = (row: TokenRow): Token => ({
  id: row.id,
  name: row.name,
  role: row.role,
  hint: row.hint,
  createdBy: row.creator?.name ?? null,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: iso(row.lastUsedAt),
  expiresAt: iso(row.expiresAt),
  revokedAt: iso(row.revokedAt),
});

/** All tokens, newest first, revoked ones included. @throws `forbidden` unless an administrator asks */
export async function listTokens(ctx: Ctx): Promise<{ tokens: Token[] }> {
  authorize(peoplePolicy, "listTokens", ctx.actor, null);
  const rows = await ctx.db.apiToken.findMany({
    orderBy: { createdAt: "desc" },
    include: { creator: { select: { name: true } } },
  });
  return { tokens: rows.map(shownToken) };
}

/** One page of the audit log, newest first. `older` is the `before` of the next page. @throws `forbidden` */
export async function readAuditLog(
  ctx: Ctx,
  { before, limit }: AuditPage,
): Promise<{ events: AuditLine[]; older: number | null }> {
  authorize(peoplePolicy, "readAudit", ctx.actor, null);
  const rows = await ctx.db.auditEvent.findMany({
    where: before === undefined ? {} : { id: { lt: before } },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const events = rows
    .slice(0, limit)
    .map(({ id, at, ...event }) => ({ ...event, id: Number(id), at: at.toISOString() }));
  return { events, older: rows.length > limit ? (events.at(-1)?.id ?? null) : null };
}
