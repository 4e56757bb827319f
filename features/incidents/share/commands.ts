import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import { hashToken } from "@/lib/auth/token";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { lockIncident } from "../lock/queries";
import { incidentPolicy } from "../policy";
import { recordEntry } from "../timeline/record/commands";
import type { MadeShareLink, MakeShareLink, RevokeShareLink, ShareLinkView } from "./schema";
import { shareLinkView } from "./share-link-view";

const hourMs = 3_600_000;

/**
 * Makes a link by which people without an account follow the updates for stakeholders. Its secret, 256 bits, is in the answer and
 * nowhere else. The same id twice is one link, whose secret is not told again.
 * @throws `not_found`, `id_reused`
 */
export async function makeShareLink(ctx: Ctx, input: MakeShareLink): Promise<MadeShareLink> {
  authorize(incidentPolicy, "share", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const known = input.id ? await tx.shareLink.findUnique({ where: { id: input.id } }) : null;
    if (known && known.incidentId !== incident.id) throw new AppError("id_reused", { id: input.id });
    if (known) return { ...shareLinkView(known, ctx.now()), path: null };
    const secret = randomBytes(32).toString("base64url");
    const row = await tx.shareLink.create({
      data: {
        id: input.id ?? v7(),
        incidentId: incident.id,
        secretHash: hashToken(secret),
        title: input.title,
        createdAt: ctx.now(),
        createdById: ctx.actor.id,
        createdBy: ctx.actor.name,
        expiresAt: new Date(ctx.now().getTime() + input.hours * hourMs),
      },
    });
    await recordEntry(tx, ctx, incident.id, {
      kind: "note",
      body: `${row.title} (${row.expiresAt.toISOString()})`,
      data: { event: "share-link-made", linkId: row.id, title: row.title, expiresAt: row.expiresAt.toISOString() },
    });
    return { ...shareLinkView(row, ctx.now()), path: `/updates/${secret}` };
  });
}

/**
 * Ends a link for everybody who has it. One that is revoked stays so.
 * @throws `not_found`
 */
export async function revokeShareLink(ctx: Ctx, input: RevokeShareLink): Promise<ShareLinkView> {
  authorize(incidentPolicy, "share", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const link = await tx.shareLink.findUnique({ where: { id: input.linkId } });
    if (!link || link.incidentId !== incident.id) throw new AppError("not_found");
    if (link.revokedAt) return shareLinkView(link, ctx.now());
    const row = await tx.shareLink.update({
      where: { id: link.id },
      data: { revokedAt: ctx.now(), revokedBy: ctx.actor.name },
    });
    await recordEntry(tx, ctx, incident.id, {
      kind: "note",
      body: link.title,
      data: { event: "share-link-revoked", linkId: link.id, title: link.title },
    });
    return shareLinkView(row, ctx.now());
  });
}
