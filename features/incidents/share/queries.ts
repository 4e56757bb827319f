import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import type { ShareLinkView } from "./schema";
import { shareLinkView } from "./share-link-view";

/**
 * The links of an incident, the newest first, also those that open nothing any more.
 * @throws `not_found`
 */
export async function listShareLinks(ctx: Ctx, { key }: { key: string }): Promise<{ links: ShareLinkView[] }> {
  authorize(incidentPolicy, "share", ctx.actor, undefined);
  const incident = await ctx.db.incident.findUnique({
    where: { number: numberOf(key) },
    select: { shareLinks: { orderBy: [{ createdAt: "desc" }, { id: "desc" }] } },
  });
  if (!incident) throw new AppError("not_found", { key });
  return { links: incident.shareLinks.map((row) => shareLinkView(row, ctx.now())) };
}
