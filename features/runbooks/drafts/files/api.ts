import { contract } from "@/lib/http/contract";
import { AddDraftFile, DraftFileView, maxDraftFile } from "./schema";

export const addDraftFileContract = contract({
  method: "POST",
  path: "/api/v1/runbooks/{service}/{file}/files",
  summary:
    "Put an image or another file into one's own draft: the body is the file, its name is in the query; it is published beside the runbook when the text names it",
  access: "editor",
  input: AddDraftFile,
  output: DraftFileView,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  upload: { limit: maxDraftFile },
  errors: [
    "validation_failed",
    "file_too_large",
    "file_empty",
    "unsupported_media_type",
    "too_large",
    "database_unavailable",
  ],
});

export const draftFileContracts = [addDraftFileContract];
