import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { draftFileContracts } from "./files/api";
import { ReadDraft } from "./schema";

export const OthersDraft = z.object({
  path: z.string(),
  name: z.string(),
  text: z.string(),
  /** Blob of the text that it started from; null for a new runbook. */
  baseBlob: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type OthersDraft = z.infer<typeof OthersDraft>;

export const readDraftContract = contract({
  method: "GET",
  path: "/api/v1/runbooks/{service}/{file}/drafts/{personId}",
  summary: "Somebody's unpublished text of a runbook, for editors to read",
  access: "editor",
  input: ReadDraft,
  output: OthersDraft,
  status: 200,
  errors: ["validation_failed", "not_found", "database_unavailable"],
});

export const draftContracts = [readDraftContract, ...draftFileContracts];
