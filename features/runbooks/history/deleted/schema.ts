import { z } from "zod";
import { isObjectId } from "../../git/content-file";
import { RunbookPathSchema } from "../../publishing/schema";

const objectId = z.string().refine(isObjectId);

export const DeleteRunbook = z.object({
  path: RunbookPathSchema,
  /** Blob of the text that the person saw; refused when HEAD holds another. */
  baseBlob: objectId,
  /** Why; becomes the commit's message, and is what readers are told. */
  reason: z.string().trim().min(1).max(2_000),
});
export type DeleteRunbook = z.infer<typeof DeleteRunbook>;

export const Deleted = z.object({ path: z.string(), commit: z.string(), followed: z.boolean() });
export type Deleted = z.infer<typeof Deleted>;

export const RestoreDeleted = z.object({
  path: RunbookPathSchema,
  /** The commit that removed it. */
  commit: objectId,
  message: z.string().trim().max(2_000).default(""),
});
export type RestoreDeleted = z.infer<typeof RestoreDeleted>;
