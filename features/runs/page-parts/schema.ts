import { z } from "zod";
import { roles } from "@/lib/auth/roles";
import type { LastTime } from "../last/last-times";
import { RunSummary } from "../schema";

export const AskPageParts = z.object({
  /** `service/file`. */
  runbook: z.string().trim().max(300),
});
export type AskPageParts = z.output<typeof AskPageParts>;

const Time = z.object({
  procedure: z.string(),
  title: z.string(),
  worked: z.number().int(),
  total: z.number().int(),
  drills: z.number().int(),
  last: z
    .object({
      runId: z.string(),
      incident: z.string().nullable(),
      startedAt: z.string(),
      /** From its start to its end. */
      seconds: z.number(),
      attempt: z.string().nullable(),
      failed: z.number().int(),
      skipped: z.number().int(),
    })
    .nullable(),
}) satisfies z.ZodType<LastTime>;

export const PageParts = z.object({
  /** Who reads; null for who has not signed in. */
  viewer: z.object({ id: z.string().nullable(), name: z.string(), role: z.enum(roles) }).nullable(),
  /** How much of the worklist is the reader's; null for who keeps no runbooks. */
  worklist: z.number().int().nullable(),
  canEdit: z.boolean(),
  /** Open suggestions to this runbook, for editors. */
  suggestions: z.number().int(),
  /** How the runbook went before, for members. */
  last: z.object({ times: z.array(Time), onIncidents: z.array(RunSummary), drills: z.array(RunSummary) }),
});
export type PageParts = z.output<typeof PageParts>;
