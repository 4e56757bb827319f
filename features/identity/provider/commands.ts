import { v7 as uuid } from "uuid";
import type { Role } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import type { ProviderClaims } from "../schema";
import { type SignedIn, signedIn } from "../sign-in/queries";
import { type ProviderPerson, providerPerson } from "./claims";

/**
 * Finds whom an identity provider signed in: by issuer and subject, else by an e-mail that the provider vouches for (which is
 * then linked, once), else somebody new.
 * @throws `account_disabled`; `identity_conflict` when the e-mail belongs to somebody linked to another identity
 */
export async function signInWithProvider(ctx: Ctx, claims: ProviderClaims, defaultRole: Role): Promise<SignedIn> {
  const person = providerPerson(claims);
  const attempt = () => transaction(ctx.db, (tx) => findLinkOrCreate(tx, ctx, person, defaultRole));
  // Two first sign-ins at the same time: the second one finds what the first one made.
  return attempt().catch((error) => {
    if (isUniqueViolation(error)) return attempt();
    throw error;
  });
}

async function findLinkOrCreate(tx: Tx, ctx: Ctx, person: ProviderPerson, role: Role): Promise<SignedIn> {
  const row =
    (await tx.person.findUnique({ where: { oidcSubject: person.subject } })) ??
    (await linkByEmail(tx, ctx, person)) ??
    (await create(tx, ctx, person, role));
  if (row.disabledAt) throw new AppError("account_disabled");
  await audit(tx, as(ctx, row), {
    action: "session.started",
    subject: `person:${row.id}`,
    data: { provider: person.subject },
  });
  return signedIn(row);
}

async function linkByEmail(tx: Tx, ctx: Ctx, { verifiedEmail, subject }: ProviderPerson) {
  if (!verifiedEmail) return null;
  await tx.$queryRaw`SELECT id FROM person WHERE email = ${verifiedEmail} FOR UPDATE`;
  const row = await tx.person.findUnique({ where: { email: verifiedEmail } });
  if (!row) return null;
  if (row.disabledAt) throw new AppError("account_disabled");
  // Another sign-in of the same person made or linked them since we looked by subject.
  if (row.oidcSubject === subject) return row;
  if (row.oidcSubject) throw new AppError("identity_conflict");
  await audit(tx, as(ctx, row), { action: "person.linked", subject: `person:${row.id}`, data: { provider: subject } });
  return tx.person.update({ where: { id: row.id }, data: { oidcSubject: subject, updatedAt: ctx.now() } });
}

async function create(tx: Tx, ctx: Ctx, person: ProviderPerson, role: Role) {
  const at = ctx.now();
  const email = person.verifiedEmail ?? person.placeholderEmail;
  const row = await tx.person.create({
    data: { id: uuid(), email, name: person.name, role, oidcSubject: person.subject, createdAt: at, updatedAt: at },
  });
  const data = { email, role, provider: person.subject };
  await audit(tx, as(ctx, row), { action: "person.created", subject: `person:${row.id}`, data });
  await notify(tx, "people", 0);
  return row;
}

const as = ({ now, source }: Ctx, { id, name }: { id: string; name: string }) => ({
  now,
  source,
  actor: { kind: "person", id, name, role: null } as const,
});
