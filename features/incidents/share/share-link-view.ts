import { iso } from "../incident-view";
import type { ShareLinkView } from "./schema";

export type ShareLinkRow = {
  id: string;
  title: string;
  createdAt: Date;
  createdBy: string;
  expiresAt: Date;
  lastSeenAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
};

/** Whether a link still opens something. */
export const linkState = (row: Pick<ShareLinkRow, "expiresAt" | "revokedAt">, now: Date): ShareLinkView["state"] =>
  row.revokedAt ? "revoked" : row.expiresAt <= now ? "expired" : "open";

/** What responders see of a link: everything but its secret, which nobody can read any more. */
export const shareLinkView = (row: ShareLinkRow, now: Date): ShareLinkView => ({
  id: row.id,
  title: row.title,
  state: linkState(row, now),
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  expiresAt: row.expiresAt.toISOString(),
  lastSeenAt: iso(row.lastSeenAt),
  revokedAt: iso(row.revokedAt),
  revokedBy: row.revokedBy,
});
