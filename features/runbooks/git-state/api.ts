import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { Adopted, AdoptFiles, ContentState } from "./schema";

const path = "/api/v1/content-state" as const;

export const contentStateContract = contract({
  method: "GET",
  path,
  summary: "The repository of the content: branch, files changed by hand, locks, last repair",
  access: "admin",
  input: z.object({}),
  output: ContentState,
  status: 200,
  errors: ["repository_unavailable", "database_unavailable"],
});

export const adoptFilesContract = contract({
  method: "POST",
  path,
  summary: "Commit files as they were changed by hand on the server",
  access: "admin",
  input: AdoptFiles,
  output: Adopted,
  status: 200,
  errors: [
    "validation_failed",
    "worktree_changed",
    "stale_base",
    "nothing_to_publish",
    "file_name_refused",
    "file_name_taken",
    "repository_locked",
    "repository_unavailable",
    "database_unavailable",
  ],
});

export const contentStateContracts = [contentStateContract, adoptFilesContract];
