import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { codeChoices } from "./print/code-choices";
import { ScopeInput } from "./scope";

export const exportSourceContract = contract({
  method: "GET",
  path: "/api/v1/runbook-exports/source",
  summary:
    "One runbook's file, or a zip of those of a service or of all, with the files beside them, as the commit holds them",
  access: "read",
  input: ScopeInput,
  output: z.string(),
  status: 200,
  mediaType: "application/zip",
  errors: ["unauthenticated", "validation_failed", "not_found", "repository_unavailable"],
});

export const exportBinderContract = contract({
  method: "GET",
  path: "/api/v1/runbook-exports/binder",
  summary:
    "One runbook, those of a service or all of them as a single HTML file that is read and searched without the portal",
  access: "read",
  input: ScopeInput.extend({
    /** In which language it opens; the reader's own when not given. */
    lang: z.enum(["es", "en"]).optional(),
  }),
  output: z.string(),
  status: 200,
  mediaType: "text/html",
  errors: ["unauthenticated", "validation_failed", "not_found", "binder_too_large"],
});

/** What the print view is asked for. */
export const PrintInput = z.object({
  codes: z.enum(codeChoices).catch("procedures"),
});

export const exportContracts = [exportSourceContract, exportBinderContract];
