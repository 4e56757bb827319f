import { hashPassword, isOutdated, verifyPassword } from "@/lib/auth/password";
import { countedAttempt } from "@/lib/auth/sign-in-limits";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { databaseError, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import type { SignIn } from "../schema";
import { type SignedIn, signedIn } from "./queries";

/**
 * Checks an e-mail and its password. Unknown, wrong and disabled look and take the same.
 * @throws `sign_in_failed`; `rate_limited` with `retryAfter` in seconds; `database_unavailable` when it cannot be checked now
 */
export async function signInWithPassword(ctx: Ctx, { email, password, address }: SignIn): Promise<SignedIn> {
  try {
    const person = await ctx.db.person.findUnique({ where: { email } });
    return await countedAttempt(ctx.db, { email, address }, async () => {
      const right = await verifyPassword(person?.passwordHash ?? null, password);
      if (!right || !person || person.disabledAt) throw new AppError("sign_in_failed");
      await recordSignIn(ctx, person, password);
      return signedIn(person);
    });
  } catch (error) {
    throw databaseError(error);
  }
}

type Row = { id: string; name: string; passwordHash: string | null };

async function recordSignIn(ctx: Ctx, { id, name, passwordHash }: Row, password: string) {
  const outdated = passwordHash !== null && isOutdated(passwordHash);
  const renewed = outdated ? await hashPassword(password) : null;
  await transaction(ctx.db, async (tx) => {
    if (renewed) await tx.person.updateMany({ where: { id, passwordHash }, data: { passwordHash: renewed } });
    const actor = { kind: "person", id, name, role: null } as const;
    await audit(tx, { ...sourceOf(ctx), actor }, { action: "session.started", subject: `person:${id}` });
  });
}

const sourceOf = ({ now, source }: Ctx) => ({ now, source });
