import { z } from "zod";
import { AttachmentView, FileHead } from "@/features/incidents/attachments/schema";
import { ClientId, IsoTime, Reason } from "@/features/incidents/schema";
import { ClearedParts } from "@/lib/secrets/cleared-parts";
import { evidenceLimit } from "../expectation";

/** Files that one step holds, withdrawn ones included. */
export const filesPerStep = 20;

const step = { runId: z.uuid(), stepId: z.string().max(200) };

export const AttachToStep = z.object({ ...step, ...FileHead });
export type AttachToStep = z.output<typeof AttachToStep>;

export const RecordEvidence = z.object({
  ...step,
  /** Output as it came. */
  text: z
    .string()
    .max(evidenceLimit)
    // PostgreSQL keeps no NUL in a text.
    .transform((text) => text.replaceAll("\u0000", ""))
    .refine((text) => text.trim() !== ""),
  /** What becomes of a secret that nobody cleared: the request is refused, or the secret is masked and the rest recorded. */
  secrets: z.enum(["refuse", "mask"]).default("refuse"),
  /** Parts of `text` that a person says are no secrets. */
  cleared: ClearedParts.optional(),
  /** Id of the evidence, made by the client: the same id twice is one. */
  id: ClientId.optional(),
});
export type RecordEvidence = z.output<typeof RecordEvidence>;

export const WithdrawEvidence = z.object({
  ...step,
  evidenceId: z.uuid(),
  /** Wanted once the step is finished. */
  reason: Reason.default(""),
});
export type WithdrawEvidence = z.output<typeof WithdrawEvidence>;

const Range = z.tuple([z.number().int(), z.number().int()]);

export const ProposalView = z.object({
  /** What the output says of the step's expectation; a person decides. */
  verdict: z.enum(["passed", "failed"]),
  /** What was found, as [from, to) in UTF-16 units of the text. */
  ranges: z.array(Range),
  /** Patterns that were not found, each with the line that comes closest. */
  missing: z.array(z.object({ pattern: z.string(), near: Range.nullable() })),
});

export const EvidenceView = z.object({
  id: z.string(),
  stepId: z.string(),
  at: IsoTime,
  by: z.object({ id: z.string().nullable(), name: z.string() }),
  file: AttachmentView.nullable(),
  /** Recorded output: a part of it, where the match is; `GET …/steps/{stepId}` has the last one whole. */
  output: z
    .object({
      text: z.string(),
      /** Where in the whole text the part begins. */
      from: z.number().int(),
      /** Characters of the whole text. */
      length: z.number().int(),
      proposal: ProposalView.nullable(),
    })
    .nullable(),
  /** Taken back: by whom and why. It stays on record. */
  withdrawn: z.object({ at: IsoTime, by: z.string(), reason: z.string() }).nullable(),
});
export type EvidenceView = z.output<typeof EvidenceView>;
