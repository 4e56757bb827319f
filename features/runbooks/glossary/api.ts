import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { GlossaryPage, GlossaryTrial, PublishedGlossary, PublishGlossary, TryGlossary } from "./schema";

const glossary = "/api/v1/glossary" as const;

export const readGlossaryContract = contract({
  method: "GET",
  path: glossary,
  summary: "The glossary of the search: what means the same",
  access: "read",
  input: z.object({}),
  output: GlossaryPage,
  status: 200,
  errors: ["unauthenticated"],
});

export const publishGlossaryContract = contract({
  method: "PUT",
  path: glossary,
  summary: "Publish the glossary as one commit",
  access: "editor",
  input: PublishGlossary,
  output: PublishedGlossary,
  status: 200,
  errors: [
    "validation_failed",
    "text_not_writable",
    "glossary_invalid",
    "stale_base",
    "worktree_changed",
    "nothing_to_publish",
    "repository_unavailable",
  ],
});

export const tryGlossaryContract = contract({
  method: "POST",
  path: `${glossary}/trial`,
  summary: "What a query finds with the glossary as it is and as it would be",
  access: "editor",
  input: TryGlossary,
  output: GlossaryTrial,
  status: 200,
  errors: ["validation_failed"],
});

export const glossaryContracts = [readGlossaryContract, publishGlossaryContract, tryGlossaryContract];
