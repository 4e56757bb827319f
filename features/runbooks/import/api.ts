import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { maxFileBytes } from "../files/schema";
import { Analysis, HandOver, ImportText } from "./analysis/schema";
import { HandedFile, HandedOver, HandFile } from "./hand-over/schema";
import { PublishedImport, PublishImport } from "./publication/schema";

const one = "/api/v1/runbook-imports/{importId}" as const;

export const analyseTextContract = contract({
  method: "POST",
  path: "/api/v1/runbook-imports",
  summary:
    "What an import of a Markdown text would come to: the runbook, proposals of structure, what is missing; writes nothing",
  access: "editor",
  input: ImportText,
  output: Analysis,
  status: 200,
  errors: ["validation_failed", "too_large", "rate_limited"],
});

export const handOverContract = contract({
  method: "PUT",
  path: `${one}/runbooks/{service}/{file}`,
  summary:
    "Hand over a text of an import, to be published with the others; refused while anything of it would be missing",
  access: "editor",
  input: HandOver,
  output: HandedOver,
  status: 200,
  errors: ["validation_failed", "too_large", "rate_limited", "runbook_invalid", "import_incomplete", "id_reused"],
});

export const handFileContract = contract({
  method: "PUT",
  path: `${one}/files`,
  summary: "Hand over a file that lies beside the runbooks of an import, such as an image",
  access: "editor",
  input: HandFile,
  output: HandedFile,
  status: 200,
  errors: ["validation_failed", "file_too_large", "file_empty", "unsupported_media_type", "id_reused"],
  upload: { limit: maxFileBytes },
});

export const publishImportContract = contract({
  method: "POST",
  path: `${one}/publication`,
  summary: "Publish what was handed over of an import as one commit: all of it or nothing",
  access: "editor",
  input: PublishImport,
  output: PublishedImport,
  status: 201,
  errors: [
    "validation_failed",
    "not_found",
    "review_required",
    "stale_base",
    "path_taken",
    "worktree_changed",
    "nothing_to_publish",
    "repository_locked",
    "repository_unavailable",
  ],
});

export const takenPathsContract = contract({
  method: "GET",
  path: "/api/v1/runbook-imports/paths",
  summary: "Paths that runbooks of a service have already",
  access: "editor",
  input: z.object({ service: z.string().max(200) }),
  output: z.object({ paths: z.array(z.string()) }),
  status: 200,
  errors: ["validation_failed"],
});

export const runbookImportContracts = [
  takenPathsContract,
  analyseTextContract,
  handOverContract,
  handFileContract,
  publishImportContract,
];
