import { z } from "zod";
import { isObjectId } from "../git/content-file";
import { RunbookPathSchema } from "../publishing/schema";

/** Runbooks that are vouched for at once, at most: a page of the worklist. */
export const maxVouched = 50;

/** Runbooks that somebody has read and found right as they are. */
export const Vouch = z.object({
  runbooks: z
    .array(
      z.object({
        path: RunbookPathSchema,
        /** Blob of the text that was read; without it, whatever HEAD holds. */
        blob: z.string().refine(isObjectId).optional(),
      }),
    )
    .min(1)
    .max(maxVouched),
});
export type Vouch = z.output<typeof Vouch>;

export const Vouched = z.object({
  /** The day that was written, in the portal's time zone. */
  reviewed: z.iso.date(),
  /** Null when all of them said so already. */
  commit: z.string().nullable(),
  vouched: z.array(z.object({ path: z.string(), blob: z.string() })),
  /** Those that said this day already. */
  already: z.array(z.string()),
});
export type Vouched = z.output<typeof Vouched>;
