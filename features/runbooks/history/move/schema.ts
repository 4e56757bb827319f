import { z } from "zod";
import { isNewRunbookPath, isObjectId } from "../../git/content-file";
import { RunbookPathSchema } from "../../publishing/schema";

/** A runbook's new path, and what else changes with it. */
export const MoveRunbook = z.object({
  path: RunbookPathSchema,
  to: z.string().refine(isNewRunbookPath, { error: "two kebab-case names: service/file" }),
  /** Blob of the text that the person saw; refused when HEAD holds another. */
  baseBlob: z.string().refine(isObjectId),
  /** Why; joins the commit's message. */
  message: z.string().trim().max(2_000).default(""),
  /** Runbooks whose links are written anew in the same commit. */
  rewrite: z.array(RunbookPathSchema).max(200).default([]),
});
export type MoveRunbook = z.infer<typeof MoveRunbook>;

export const Moved = z.object({
  from: z.string(),
  to: z.string(),
  commit: z.string(),
  blob: z.string(),
  /** Runbooks whose links were written anew. */
  rewritten: z.array(z.string()),
  /** Links in them that are written in a way that only a person can change; they still lead there, by the redirect. */
  left: z.array(z.object({ path: z.string(), href: z.string() })),
  followed: z.boolean(),
});
export type Moved = z.infer<typeof Moved>;
