import { contract } from "@/lib/http/contract";
import { Vouch, Vouched } from "./schema";

export const vouchContract = contract({
  method: "POST",
  path: "/api/v1/vouches",
  summary: "Mark runbooks as reviewed today without another change, as one commit",
  access: "editor",
  input: Vouch,
  output: Vouched,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "runbook_invalid",
    "stale_base",
    "worktree_changed",
    "repository_locked",
    "repository_unavailable",
    "database_unavailable",
  ],
});

export const vouchContracts = [vouchContract];
