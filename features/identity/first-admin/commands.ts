import { v7 as uuid } from "uuid";
import { hashPassword, newPassword } from "@/lib/auth/password";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { peoplePolicy } from "../policy";

export type FirstAdmin =
  /** There is one already, or the e-mail is somebody's: nothing was changed. */
  | { created: false }
  /** `generatedPassword` is null when one was given; otherwise it is shown now or never. */
  | { created: true; email: string; generatedPassword: string | null };

const defaultEmail = "admin@localhost";

/**
 * Makes sure that somebody can administer. Idempotent, and safe when several instances start at once.
 * @param ctx the portal's own (`system`)
 * @param wanted e-mail (else `admin@localhost`) and password (else one is generated)
 */
export async function ensureFirstAdmin(
  ctx: Ctx,
  wanted: { email?: string; password?: string } = {},
): Promise<FirstAdmin> {
  authorize(peoplePolicy, "appointFirst", ctx.actor, null);
  const email = (wanted.email ?? defaultEmail).trim().toLowerCase();
  if (await hasAdmin(ctx.db, email)) return { created: false };
  const password = wanted.password ?? newPassword();
  const passwordHash = await hashPassword(password);
  return transaction(ctx.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bitacora.first_admin'))`;
    if (await hasAdmin(tx, email)) return { created: false };
    const at = ctx.now();
    const name = email.split("@")[0] || email;
    const row = await tx.person.create({
      data: { id: uuid(), email, name, role: "admin", passwordHash, createdAt: at, updatedAt: at },
    });
    await audit(tx, ctx, { action: "person.created", subject: `person:${row.id}`, data: { email, role: "admin" } });
    return { created: true, email, generatedPassword: wanted.password ? null : password };
  });
}

const hasAdmin = async (db: Tx, email: string) =>
  (await db.person.count({ where: { OR: [{ role: "admin" }, { email }] } })) > 0;
