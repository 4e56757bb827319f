import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { authorize } from "@/lib/auth/policy";
import { countedAttempt } from "@/lib/auth/sign-in-limits";
import { forgetStanding } from "@/lib/auth/standing";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { accountPolicy } from "../policy";
import type { ChangePassword } from "../schema";

/** The generation of sessions that counts from now on. */
type Renewed = { sessionVersion: number };

/**
 * Sets the own password and ends the person's other sessions; the caller renews this one with `sessionVersion`.
 * @throws `wrong_password`, `rate_limited`, `forbidden` for tokens
 */
export async function changePassword(ctx: Ctx, { current, next }: ChangePassword): Promise<Renewed> {
  const id = own(ctx);
  const { email, passwordHash: before } = await ctx.db.person.findUniqueOrThrow({ where: { id } });
  await countedAttempt(ctx.db, { email, address: `person:${id}` }, async () => {
    if (!(await verifyPassword(before, current))) throw new AppError("wrong_password");
  });
  const passwordHash = await hashPassword(next);
  return endSessions(ctx, id, "person.password_changed", (tx) =>
    // Only if nobody reset it while we were hashing.
    tx.person.updateMany({ where: { id, passwordHash: before }, data: { passwordHash, updatedAt: ctx.now() } }),
  );
}

/** Ends every session of the person, this one included. @throws `forbidden` for tokens */
export async function signOutEverywhere(ctx: Ctx): Promise<Renewed> {
  const id = own(ctx);
  return endSessions(ctx, id, "person.signed_out_everywhere", async () => ({ count: 1 }));
}

function own(ctx: Ctx): string {
  authorize(accountPolicy, "own", ctx.actor, null);
  return ctx.actor.id as string;
}

async function endSessions(
  ctx: Ctx,
  id: string,
  action: `person.${string}`,
  change: (tx: Tx) => Promise<{ count: number }>,
): Promise<Renewed> {
  const renewed = await transaction(ctx.db, async (tx) => {
    const { count } = await change(tx);
    if (count === 0) throw new AppError("wrong_password");
    const { sessionVersion } = await tx.person.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    await audit(tx, ctx, { action, subject: `person:${id}` });
    await notify(tx, "people", 0);
    return { sessionVersion };
  });
  forgetStanding(id);
  return renewed;
}
