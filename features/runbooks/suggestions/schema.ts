import { z } from "zod";

/** What may be written of a step: characters of each text. */
export const suggestionLimit = 10_000;
export const suggestionStates = ["open", "adopted", "declined"] as const;

/** What somebody found wrong with a step, and what became of it. */
export const Suggestion = z.object({
  id: z.string(),
  /** `service/file`. */
  runbook: z.string(),
  procedure: z.string(),
  stepId: z.string(),
  stepTitle: z.string(),
  /** git blob id of the text that was run. */
  blob: z.string(),
  runId: z.string().nullable(),
  /** Markdown. */
  wrong: z.string(),
  /** Markdown; empty where nothing worked. */
  instead: z.string(),
  state: z.enum(suggestionStates),
  author: z.object({ id: z.string().nullable(), name: z.string() }),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable(),
  /** The publication that answers it. */
  closedCommit: z.string().nullable(),
  /** Why it was declined. */
  reason: z.string().nullable(),
  version: z.number().int(),
});
export type Suggestion = z.output<typeof Suggestion>;

/** With what an editor wants to know before deciding. */
export const ListedSuggestion = Suggestion.extend({
  /** The step now, compared with the text that was run. */
  stepNow: z.enum(["same", "changed", "gone"]),
  /** Path of the run's page. */
  runHref: z.string().nullable(),
  incidentKey: z.string().nullable(),
});
export type ListedSuggestion = z.output<typeof ListedSuggestion>;

export const ListSuggestions = z.object({
  runbook: z.string().max(300).optional(),
  state: z.enum([...suggestionStates, "all"]).default("open"),
});
export type ListSuggestions = z.output<typeof ListSuggestions>;

export const CloseSuggestion = z.object({
  suggestionId: z.uuid(),
  decision: z.enum(["adopt", "decline"]),
  /** Wanted for declining: whoever wrote it reads it. */
  reason: z.string().trim().max(2_000).default(""),
  /** The version that the editor saw. */
  expectedVersion: z.number().int().positive(),
});
export type CloseSuggestion = z.output<typeof CloseSuggestion>;
