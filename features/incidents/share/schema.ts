import { z } from "zod";
import { ClientId, IncidentKey, IsoTime } from "../schema";

/** How long a link may live, in hours: an hour to thirty days. */
export const hourLimits = { least: 1, most: 720, usual: 168 } as const;

export const MakeShareLink = z.object({
  key: IncidentKey,
  /** What readers see instead of the incident's own title. */
  title: z.string().trim().min(1).max(200),
  hours: z.number().int().min(hourLimits.least).max(hourLimits.most).default(hourLimits.usual),
  id: ClientId.optional(),
});
export type MakeShareLink = z.output<typeof MakeShareLink>;

export const RevokeShareLink = z.object({ key: IncidentKey, linkId: z.uuid() });
export type RevokeShareLink = z.output<typeof RevokeShareLink>;

export const ListShareLinks = z.object({ key: IncidentKey });

export const ShareLinkView = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(["open", "expired", "revoked"]),
  createdAt: IsoTime,
  createdBy: z.string(),
  expiresAt: IsoTime,
  /** When somebody last looked, to the minute; null when nobody has. */
  lastSeenAt: IsoTime.nullable(),
  revokedAt: IsoTime.nullable(),
  revokedBy: z.string().nullable(),
});
export type ShareLinkView = z.output<typeof ShareLinkView>;

/** `path` holds the secret and is told once; null when the same id was sent again. */
export const MadeShareLink = ShareLinkView.extend({ path: z.string().nullable() });
export type MadeShareLink = z.output<typeof MadeShareLink>;
