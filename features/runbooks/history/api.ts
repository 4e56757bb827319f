import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { Published } from "../publishing/schema";
import { Deleted, DeleteRunbook, RestoreDeleted } from "./deleted/schema";
import { Moved, MoveRunbook } from "./move/schema";

export const runbookAddress = "/api/v1/runbooks/{service}/{file}" as const;
export const At = z.object({ service: z.string().max(100), file: z.string().max(100) });

const side = z.object({
  commit: z.string(),
  author: z.string(),
  at: z.string(),
  subject: z.string(),
  /** Null where that commit does not have the runbook. */
  file: z.string().nullable(),
});

export const differenceContract = contract({
  method: "GET",
  path: `${runbookAddress}/difference`,
  summary: "What differs between two commits of a runbook, line by line, whatever it was called in each",
  access: "viewer",
  input: At.extend({
    from: z.string().max(64).describe("A commit id, or `latest`"),
    to: z.string().max(64).default("latest").describe("A commit id, or `latest`"),
  }),
  output: z.object({
    from: side,
    to: side,
    added: z.number().int(),
    removed: z.number().int(),
    hunks: z.array(
      z.array(
        z.object({
          kind: z.enum(["same", "added", "removed"]),
          before: z.number().int().nullable(),
          after: z.number().int().nullable(),
          text: z.string(),
        }),
      ),
    ),
  }),
  status: 200,
  errors: ["not_found", "validation_failed", "repository_unavailable"],
});

const refusals = [
  "validation_failed",
  "not_found",
  "stale_base",
  "path_taken",
  "worktree_changed",
  "runbook_invalid",
  "repository_unavailable",
  "database_unavailable",
] as const;

export const incomingContract = contract({
  method: "GET",
  path: `${runbookAddress}/incoming`,
  summary: "Which other runbooks lead to this one, by links and by answers of their procedures",
  access: "editor",
  input: At,
  output: z.object({
    incoming: z.array(
      z.object({
        path: z.string(),
        title: z.string(),
        links: z.array(z.object({ href: z.string(), line: z.number().int() })),
        answers: z.number().int(),
      }),
    ),
  }),
  status: 200,
  errors: [],
});

export const moveContract = contract({
  method: "POST",
  path: `${runbookAddress}/move`,
  summary: "Move a runbook to another path as one commit; the old path redirects",
  access: "editor",
  input: MoveRunbook.omit({ path: true }).extend(At.shape),
  output: Moved,
  status: 200,
  errors: [...refusals, "nothing_to_publish"],
});

export const deletionContract = contract({
  method: "POST",
  path: `${runbookAddress}/deletion`,
  summary: "Delete a runbook as one commit, unless procedures of others lead to it",
  access: "editor",
  input: DeleteRunbook.omit({ path: true }).extend(At.shape),
  output: Deleted,
  status: 200,
  errors: [...refusals, "runbook_needed"],
});

export const restorationContract = contract({
  method: "POST",
  path: `${runbookAddress}/restoration`,
  summary: "Take a deletion back as a new commit, with the files that went with it",
  access: "editor",
  input: RestoreDeleted.omit({ path: true }).extend(At.shape),
  output: Published,
  status: 200,
  errors: [...refusals],
});

export const deletedContract = contract({
  method: "GET",
  path: "/api/v1/deleted-runbooks",
  summary: "Runbooks that were deleted and did not come back, the latest first, of the latest 1,000",
  access: "viewer",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    skip: z.coerce.number().int().min(0).max(1_000).default(0),
  }),
  output: z.object({
    deleted: z.array(
      z.object({
        path: z.string(),
        title: z.string(),
        names: z.array(z.string()),
        commit: z.string(),
        blob: z.string(),
        author: z.string(),
        at: z.string(),
        subject: z.string(),
        body: z.string(),
      }),
    ),
    more: z.boolean(),
  }),
  status: 200,
  errors: ["validation_failed", "repository_unavailable"],
});

export const historyContracts = [
  differenceContract,
  incomingContract,
  moveContract,
  deletionContract,
  restorationContract,
  deletedContract,
];
