import { hashToken } from "@/lib/auth/token";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { recordEntry } from "../../timeline/record/commands";
import { updateParts } from "../../updates/update-parts";
import { linkState } from "../share-link-view";
import type { Shown } from "./shown";

/** How exact "last seen" is, in ms: a page that looks every half minute is not a write every half minute. */
const seenEveryMs = 60_000;
/** Updates shown at the most. */
const mostUpdates = 100;

/**
 * What the holder of a secret may see. The first opening is told on the timeline.
 * @returns null alike for a secret that never was, has expired or was revoked
 */
export async function openShareLink(ctx: Ctx, secret: string): Promise<Shown | null> {
  const link = await ctx.db.shareLink.findUnique({
    where: { secretHash: hashToken(secret) },
    include: { incident: true },
  });
  if (!link || linkState(link, ctx.now()) !== "open") return null;
  const { incident } = link;
  const updates = await ctx.db.timelineEntry.findMany({
    where: { incidentId: incident.id, kind: "update", retractedAt: null },
    orderBy: [{ happenedAt: "desc" }, { seq: "desc" }],
    take: mostUpdates,
  });
  await noteSeen(ctx, link);
  return {
    title: link.title,
    kind: incident.kind,
    status: incident.status,
    severity: incident.severity,
    since: incident.impactStartedAt ?? incident.declaredAt,
    resolvedAt: incident.resolvedAt,
    nextUpdateDueAt: incident.nextUpdateDueAt,
    expiresAt: link.expiresAt,
    updates: updates.map((entry) => ({
      ...updateParts(entry),
      at: entry.happenedAt,
      corrected: entry.revision > 0,
    })),
  };
}

type Seen = { id: string; incidentId: string; title: string; lastSeenAt: Date | null };

async function noteSeen(ctx: Ctx, link: Seen): Promise<void> {
  const now = ctx.now();
  if (link.lastSeenAt && now.getTime() - link.lastSeenAt.getTime() < seenEveryMs) return;
  if (link.lastSeenAt) {
    await ctx.db.shareLink.update({ where: { id: link.id }, data: { lastSeenAt: now } });
    return;
  }
  await transaction(ctx.db, async (tx) => {
    const first = await tx.shareLink.updateMany({
      where: { id: link.id, lastSeenAt: null },
      data: { lastSeenAt: now },
    });
    // Two readers at the same moment: one of them was first.
    if (first.count === 0) return;
    await recordEntry(tx, ctx, link.incidentId, {
      kind: "note",
      body: link.title,
      data: { event: "share-link-opened", linkId: link.id, title: link.title },
    });
  });
}
