import { z } from "zod";
import { isContentPath, isObjectId } from "../git/content-file";

const blob = z.string().refine(isObjectId).nullable();

/** A file of the content that holds on the disk something else than at HEAD. */
export const ByHandFile = z.object({
  file: z.string(),
  /** Blob at HEAD; null for a new file. */
  head: z.string().nullable(),
  /** Blob on the disk; null for one that was taken away. */
  disk: z.string().nullable(),
});
export type ByHandFile = z.infer<typeof ByHandFile>;

export const ContentState = z.object({
  /** Null while the content is no repository yet. */
  head: z
    .object({
      commit: z.string().nullable(),
      /** Null when HEAD is detached. */
      branch: z.string().nullable(),
    })
    .nullable(),
  byHand: z.array(ByHandFile),
  /** Lock files, the oldest first. */
  locks: z.array(z.object({ name: z.string(), seconds: z.number() })),
  /** The last time that a publication which had been cut off was finished. */
  repaired: z.object({ at: z.string(), files: z.array(z.string()) }).nullable(),
});
export type ContentState = z.infer<typeof ContentState>;

/** Files as somebody has seen them on the disk, to be committed as they are. */
export const AdoptFiles = z.object({
  files: z
    .array(z.object({ file: z.string().refine(isContentPath), head: blob, disk: blob }))
    .min(1)
    .max(1_000),
  message: z.string().trim().min(1).max(2_000),
});
export type AdoptFiles = z.infer<typeof AdoptFiles>;

export const Adopted = z.object({ commit: z.string(), files: z.number().int() });
export type Adopted = z.infer<typeof Adopted>;

/** Both texts of a file that was changed by hand; null for what is not there, or no text. */
export type ByHandTexts = { before: string | null; after: string | null; binary: boolean };
