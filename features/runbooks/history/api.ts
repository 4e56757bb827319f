import { z } from "zod";
import { contract } from "@/lib/http/contract";

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

export const historyContracts = [differenceContract];
