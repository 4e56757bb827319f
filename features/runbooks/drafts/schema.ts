import { z } from "zod";
import { PublishRunbook, RunbookPathSchema } from "../publishing/schema";

/** An unpublished text, as often as the editor saves it. */
export const SaveDraft = PublishRunbook.pick({ path: true, text: true, baseBlob: true }).extend({
  message: z.string().max(2_000).default(""),
  /** The version that this one replaces; 0 for the first. */
  version: z.number().int().min(0),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const DiscardDraft = z.object({ path: RunbookPathSchema });
export type DiscardDraft = z.infer<typeof DiscardDraft>;

export type Draft = {
  path: string;
  baseBlob: string | null;
  text: string;
  message: string;
  version: number;
  updatedAt: string;
};

/** Somebody else who has unpublished changes of the same file. */
export type OtherEditor = { personId: string; name: string; createdAt: string; updatedAt: string };

export const ReadDraft = z.object({ service: z.string().max(100), file: z.string().max(100), personId: z.uuid() });
export type ReadDraft = z.infer<typeof ReadDraft>;
