import { v7 as uuid } from "uuid";
import { authorize } from "@/lib/auth/policy";
import { hashToken, hintOf, newToken } from "@/lib/auth/token";
import { forgetTokens } from "@/lib/auth/token-actor";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { peoplePolicy, tokenPolicy } from "../policy";
import { shownToken } from "../queries";
import type { CreateToken, Token, TokenRef } from "../schema";

const day = 86_400_000;

/**
 * Makes an API token. The secret is returned once and kept as a hash.
 * @throws `forbidden` unless an administrator asks, or for a role above the asker's own
 */
export async function createToken(
  ctx: Ctx,
  { name, role, expiresInDays }: CreateToken,
): Promise<{ token: Token; secret: string }> {
  authorize(tokenPolicy, "create", ctx.actor, { role });
  const secret = newToken();
  const at = ctx.now();
  return transaction(ctx.db, async (tx) => {
    const row = await tx.apiToken.create({
      data: {
        id: uuid(),
        name,
        role,
        secretHash: hashToken(secret),
        hint: hintOf(secret),
        createdBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
        createdAt: at,
        expiresAt: expiresInDays === undefined ? null : new Date(at.getTime() + expiresInDays * day),
      },
      include: { creator: { select: { name: true } } },
    });
    await audit(tx, ctx, { action: "api_token.created", subject: `api_token:${row.id}`, data: { name, role } });
    await notify(tx, "people", 0);
    return { token: shownToken(row), secret };
  });
}

/** Ends a token, at once. Ending it again changes nothing. @throws `not_found`, `forbidden` */
export async function revokeToken(ctx: Ctx, { id }: TokenRef): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    authorize(peoplePolicy, "revokeToken", ctx.actor, null);
    const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: ctx.now() } });
    const token = await tx.apiToken.findUnique({ where: { id }, select: { name: true } });
    if (!token) throw new AppError("not_found");
    if (count === 0) return;
    await audit(tx, ctx, { action: "api_token.revoked", subject: `api_token:${id}`, data: token });
    await notify(tx, "people", 0);
  });
  forgetTokens();
}
