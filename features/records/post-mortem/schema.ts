import { z } from "zod";
import { IncidentKey, IsoTime } from "@/features/incidents/schema";
import { isObjectId } from "@/features/runbooks/git/content-file";
import { maxText } from "@/features/runbooks/publishing/schema";
import { ClearedParts } from "@/lib/secrets/cleared-parts";

export const PostMortemRef = z.object({ key: IncidentKey });
export type PostMortemRef = z.output<typeof PostMortemRef>;

const Version = z.number().int().min(1);
const blob = z.string().refine(isObjectId);

export const PostMortemView = z.object({
  /** `INC-42`. */
  incident: z.string(),
  /** `postmortems/<file>`, without ending. */
  path: z.string(),
  /** MDX: Markdown with front matter. */
  text: z.string(),
  /** Raised by every save. */
  version: Version,
  createdAt: IsoTime,
  createdBy: z.string(),
  updatedAt: IsoTime,
  updatedBy: z.object({ id: z.string().nullable(), name: z.string() }),
  /** The text that is in the content repository; null before the first publication. */
  published: z.object({ blob: z.string(), commit: z.string(), at: IsoTime, by: z.string() }).nullable(),
});
export type PostMortemView = z.output<typeof PostMortemView>;

export const DraftedPostMortem = PostMortemView.extend({ repeated: z.boolean() });
export type DraftedPostMortem = z.output<typeof DraftedPostMortem>;

export const SavePostMortem = z.object({
  key: IncidentKey,
  text: z
    .string()
    .max(maxText)
    .refine((text) => !text.includes("\u0000")),
  /** Version of the text that it was made from. */
  version: Version,
});
export type SavePostMortem = z.output<typeof SavePostMortem>;

/** What the details of `stale_version` hold: nothing was saved, and nothing of either text is gone. */
export type SaveConflict = {
  current: PostMortemView;
  /** The text that both were made from; null where it is not kept any more (the writer has it). */
  base: string | null;
  merged: { text: string; conflicts: number };
};

export const PublishPostMortem = z.object({
  key: IncidentKey,
  /** Version of the text to publish, so that nobody publishes what they have not seen. */
  version: Version,
  /** Blob that is published now, as the publisher knows it; null for the first time. */
  baseBlob: blob.nullable(),
  /** Blob of changes by hand on the server that the publisher has seen and takes over. */
  adoptBlob: blob.nullable().default(null),
  /** Message of the commit. */
  message: z.string().trim().min(1).max(2_000),
  /** Parts of `text` that a person says are no secrets. */
  cleared: ClearedParts.optional(),
});
export type PublishPostMortem = z.output<typeof PublishPostMortem>;

export const RevisionRef = z.object({ key: IncidentKey, version: z.coerce.number().int().min(1) });
export type RevisionRef = z.output<typeof RevisionRef>;

export const SavedText = z.object({ version: Version, savedAt: IsoTime, savedBy: z.string() });
export const SavedTexts = z.object({ revisions: z.array(SavedText) });
export const SavedTextWhole = SavedText.extend({ text: z.string() });
