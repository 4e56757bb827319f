import { z } from "zod";
import { ClientId } from "@/features/incidents/schema";

/** What became of the runbook that a run pinned. */
export const RunbookNow = z.object({
  state: z.enum(["same", "changed", "missing", "unreadable"]),
  /** Where it is now, when it moved. */
  movedTo: z.string().nullable(),
  /** The version in force; null when there is none. */
  blob: z.string().nullable(),
  /** Steps ahead that changed and can be adopted. */
  ahead: z.number().int(),
  /** Steps that changed while somebody is on them. */
  held: z.number().int(),
  /** Procedures of the run that it no longer has. */
  gone: z.array(z.string()),
});
export type RunbookNow = z.output<typeof RunbookNow>;

const Changed = z.object({
  stepId: z.string(),
  kind: z.enum(["changed", "added", "removed", "moved"]),
  procedure: z.string(),
  title: z.string(),
  /** It stands elsewhere now as well. */
  moved: z.boolean(),
  /** Markdown as the run holds it; null for a step that is new. */
  before: z.string().nullable(),
  /** Markdown in force; null for a step that is gone. */
  after: z.string().nullable(),
  /** Version of the run's row; null for a step that is new. */
  version: z.number().int().nullable(),
  /** Somebody is on it: it can be adopted once they hand it back. */
  held: z.boolean(),
});

export const StepChanges = z.object({
  /** The version in force, to be named when adopting; null when there is none. */
  blob: z.string().nullable(),
  commit: z.string().nullable(),
  /** HEAD when the run started, and whether the repository still knows it; null where there is no repository. */
  pinned: z.object({ commit: z.string().nullable(), known: z.boolean().nullable() }),
  changes: z.array(Changed),
});
export type StepChanges = z.output<typeof StepChanges>;

export const AdoptSteps = z.object({
  runId: z.uuid(),
  /** The version whose difference was seen. */
  blob: z.string().max(64),
  /** The steps to adopt, each with the version of its row that was seen; null for a step that is new. */
  steps: z
    .array(z.object({ id: z.string().max(200), expectedVersion: z.number().int().positive().nullable() }))
    .min(1)
    .max(1_000),
  id: ClientId.optional(),
});
export type AdoptSteps = z.output<typeof AdoptSteps>;
