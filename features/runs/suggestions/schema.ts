import { z } from "zod";
import { ClientId } from "@/features/incidents/schema";
import { suggestionLimit } from "@/features/runbooks/suggestions/schema";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { StepRef } from "../schema";

const Words = z
  .string()
  .max(suggestionLimit)
  .transform((text) => maskSecrets(text.replaceAll("\u0000", "").trim()));

export const SuggestChange = StepRef.extend({
  /** What is wrong with the step; Markdown. */
  wrong: Words.pipe(z.string().min(1)),
  /** What worked instead; Markdown. */
  instead: Words.default(""),
  /** Made by the client: the same id twice is one suggestion. */
  id: ClientId.optional(),
});
export type SuggestChange = z.output<typeof SuggestChange>;
