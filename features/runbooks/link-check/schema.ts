import { z } from "zod";
import { linkStates } from "./verdict";

export const ListLinkChecks = z.object({
  state: z.enum(linkStates).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListLinkChecks = z.output<typeof ListLinkChecks>;

export const LinkCheckView = z.object({
  url: z.string(),
  state: z.enum(linkStates),
  status: z.number().int().nullable(),
  /** Why it failed: `status`, `dns`, `connect`, `timeout`, `certificate`, `redirects`, `protocol`, `offline`. */
  why: z.string().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  firstFailedAt: z.iso.datetime().nullable(),
  failures: z.number().int(),
});

export const LinkCheckPage = z.object({
  /** Whether links are checked at all (`LINK_CHECK`). */
  on: z.boolean(),
  links: z.array(LinkCheckView),
  nextCursor: z.string().nullable(),
  counts: z.record(z.enum(linkStates), z.number().int()),
});
export type LinkCheckPage = z.output<typeof LinkCheckPage>;
