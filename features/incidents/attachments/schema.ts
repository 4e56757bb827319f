import { z } from "zod";
import { ClientId, IncidentKey, Instant } from "../schema";
import { cleanName } from "./file-name";
import { captionLimit } from "./limits";

/** What somebody says of a file that they send. */
export const FileHead = {
  /** Id of the attachment, made by the client: the same id twice is one attachment. */
  id: ClientId.optional(),
  /** As the file was called; folders and what deceives are taken out. */
  name: z.string().max(1_000).default("").transform(cleanName),
};

export const AttachToIncident = z.object({
  key: IncidentKey,
  ...FileHead,
  /** What the file shows, in Markdown, word for word. */
  text: z
    .string()
    .max(captionLimit)
    .default("")
    .transform((text) => text.replaceAll("\u0000", "").trim()),
  happenedAt: Instant.optional(),
});
export type AttachToIncident = z.output<typeof AttachToIncident>;

export const AttachmentRef = z.object({
  attachmentId: z.uuid(),
  /** `1` saves the file instead of showing it. */
  download: z.enum(["0", "1"]).optional(),
});
export type AttachmentRef = z.output<typeof AttachmentRef>;

export const AttachmentView = z.object({
  id: z.string(),
  name: z.string(),
  /** What the bytes are, whatever the name says. */
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  sha256: z.string(),
  /** Whether browsers show it in place; else it is downloaded. */
  shown: z.boolean(),
  url: z.string(),
});
export type AttachmentView = z.output<typeof AttachmentView>;
