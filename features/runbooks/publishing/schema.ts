import { z } from "zod";
import type { RunbookPath } from "../artifact";
import { type ContentFile, isObjectId, isRunbookPath } from "../git/content-file";

/** Characters of a runbook's text at most; the gate's own limit, in bytes, is lower. */
export const maxText = 1_000_000;

const blob = z.string().refine(isObjectId);
export const RunbookPathSchema = z.string().refine(isRunbookPath);

/** A text to be published, and what it was made from. */
export const PublishRunbook = z.object({
  path: RunbookPathSchema,
  text: z.string().max(maxText),
  /** Blob of the text that it was made from; null for a new runbook. */
  baseBlob: blob.nullable(),
  /** Blob of changes by hand on the server that the editor has seen and takes over. */
  adoptBlob: blob.nullable().default(null),
  /** Message of the commit: what changed, and why. */
  message: z.string().trim().min(1).max(2_000),
  /** Ids of the open suggestions that it answers. */
  answers: z.array(z.uuid()).max(50).optional(),
  /** Publishes without the review that the rules ask for, during an incident: why nobody could be waited for. */
  urgent: z.object({ reason: z.string().trim().min(1).max(2_000) }).optional(),
});
export type PublishRunbook = z.infer<typeof PublishRunbook>;

/** A text that is being written, to be seen beside what is published now. */
export const CompareDraft = PublishRunbook.pick({ path: true, text: true, baseBlob: true });
export type CompareDraft = z.infer<typeof CompareDraft>;

/** An earlier text, to be published again as a new commit on top of `baseBlob`. */
export const RestoreVersion = PublishRunbook.pick({ path: true, baseBlob: true, message: true }).extend({
  commit: z.string().refine(isObjectId),
});
export type RestoreVersion = z.infer<typeof RestoreVersion>;

export const Published = z.object({
  path: z.string(),
  commit: z.string(),
  blob: z.string(),
  /** False while a git of somebody else's keeps the working tree or the index locked; seen to later. */
  followed: z.boolean(),
  /** Instances of the portal that did not show it yet two seconds later; 0 when all of them do. */
  behind: z.number().int(),
});
export type Published = z.infer<typeof Published>;

/** What the details of `stale_base` and `path_taken` hold: both texts, what they came from, and a proposal. */
export type Conflict = {
  path: string;
  base: { blob: string; text: string } | null;
  /** What HEAD holds now; null when the runbook is gone. */
  theirs: { blob: string; text: string; author: string; at: string; commit: string; message: string } | null;
  merged: { text: string; conflicts: number } | null;
};

/** What the details of `worktree_changed` hold. */
export type ByHand = { path: string; blob: string; text: string };

/** A runbook's text as an editor starts from it. */
export type EditableSource = {
  path: RunbookPath;
  file: ContentFile;
  text: string;
  /** To be sent back as `baseBlob`; null when git does not have the file yet. */
  blob: string | null;
  /** HEAD; null outside a repository. */
  commit: string | null;
  /** Changes that somebody made on the server and did not commit. */
  byHand: ByHand | null;
};
