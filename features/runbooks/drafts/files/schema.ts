import { z } from "zod";

/** Largest file of a draft, in bytes: it stays in the repository for good. */
export const maxDraftFile = 5_000_000;
/** Files that one draft may hold. */
export const maxDraftFiles = 50;

export const AddDraftFile = z.object({
  service: z.string().max(100),
  file: z.string().max(100),
  /** As the file was called. */
  name: z.string().max(1_000).default(""),
});
export type AddDraftFile = z.output<typeof AddDraftFile>;

export const DraftFileView = z.object({
  /** As a link of the text has to name it. */
  name: z.string(),
  /** What the bytes are, whatever the name said. */
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Where an editor sees it before it is published. */
  url: z.string(),
  /** The same bytes were there already, under this name. */
  repeated: z.boolean(),
});
export type DraftFileView = z.output<typeof DraftFileView>;
