import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { Published, PublishRunbook } from "./schema";

const runbook = "/api/v1/runbooks/{service}/{file}" as const;
const At = z.object({ service: z.string().max(100), file: z.string().max(100) });

/** Path of the runbook that the address names. */
export const pathOf = ({ service, file }: z.infer<typeof At>) => `${service}/${file}`;

export const RunbookSource = z.object({
  path: z.string(),
  file: z.string(),
  text: z.string(),
  blob: z.string().nullable(),
  commit: z.string().nullable(),
});

export const readSourceContract = contract({
  method: "GET",
  path: runbook,
  summary: "A runbook's text at HEAD, with the blob to send back as `baseBlob`",
  access: "viewer",
  input: At,
  output: RunbookSource,
  status: 200,
  errors: ["not_found", "repository_unavailable"],
});

export const publishContract = contract({
  method: "PUT",
  path: runbook,
  summary: "Publish a runbook as one commit; refused when `baseBlob` is no longer what HEAD holds",
  access: "editor",
  input: PublishRunbook.omit({ path: true }).extend(At.shape),
  output: Published,
  status: 200,
  errors: [
    "validation_failed",
    "text_not_writable",
    "runbook_invalid",
    "stale_base",
    "path_taken",
    "worktree_changed",
    "file_name_refused",
    "file_name_taken",
    "nothing_to_publish",
    "repository_locked",
    "repository_unavailable",
    "database_unavailable",
  ],
});

export const historyContract = contract({
  method: "GET",
  path: `${runbook}/history`,
  summary: "Commits of a runbook, the newest first",
  access: "viewer",
  input: At.extend({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  output: z.object({
    versions: z.array(
      z.object({
        commit: z.string(),
        author: z.string(),
        at: z.string(),
        subject: z.string(),
        body: z.string(),
        blob: z.string().nullable(),
      }),
    ),
    more: z.boolean(),
  }),
  status: 200,
  errors: ["not_found", "validation_failed", "repository_unavailable"],
});

export const publishingContracts = [readSourceContract, publishContract, historyContract];
