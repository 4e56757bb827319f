import { z } from "zod";
import { PublishRunbook } from "../../publishing/schema";

export const PublishImport = z.object({
  importId: z.uuid(),
  message: PublishRunbook.shape.message,
  /** Paths of the runbooks that are published, of those that were handed over. */
  runbooks: z.array(z.string().max(200)).min(1).max(5_000),
  /** Files beside them, by the name that handing them over gave. */
  files: z.array(z.string().max(400)).max(5_000).default([]),
});
export type PublishImport = z.infer<typeof PublishImport>;

export const PublishedImport = z.object({
  commit: z.string(),
  /** False while somebody else's git keeps the working tree locked; seen to later. */
  followed: z.boolean(),
  runbooks: z.array(
    z.object({
      path: z.string(),
      source: z.string(),
      blob: z.string().nullable(),
      compared: z.number().int(),
      updated: z.boolean(),
    }),
  ),
  files: z.array(z.string()),
});
export type PublishedImport = z.infer<typeof PublishedImport>;
