import { contract } from "@/lib/http/contract";
import { AnswerFor, OwnerList } from "./owners/schema";
import { DismissItem, ListWorklist, ReopenItem, SnoozeItem, WorklistItem, WorklistPage } from "./schema";

const worklist = "/api/v1/worklist" as const;
const owners = "/api/v1/runbook-owners" as const;

export const listWorklistContract = contract({
  method: "GET",
  path: worklist,
  summary: "What the owners of runbooks have to see to, the caller's own first",
  access: "editor",
  input: ListWorklist,
  output: WorklistPage,
  status: 200,
  errors: ["validation_failed"],
});

export const snoozeItemContract = contract({
  method: "POST",
  path: `${worklist}/{itemId}/snooze`,
  summary: "Put an item off until a day",
  access: "editor",
  input: SnoozeItem,
  output: WorklistItem,
  status: 200,
  errors: ["validation_failed", "not_found", "stale_version"],
});

export const dismissItemContract = contract({
  method: "POST",
  path: `${worklist}/{itemId}/dismissal`,
  summary: "Take an item off the list with a reason, until the thing itself changes",
  access: "editor",
  input: DismissItem,
  output: WorklistItem,
  status: 200,
  errors: ["validation_failed", "not_found", "stale_version"],
});

export const reopenItemContract = contract({
  method: "POST",
  path: `${worklist}/{itemId}/reopening`,
  summary: "Put an item that was snoozed or dismissed back on the list",
  access: "editor",
  input: ReopenItem,
  output: WorklistItem,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const listOwnersContract = contract({
  method: "GET",
  path: owners,
  summary: "The owners that runbooks name, and who answers for them",
  access: "editor",
  input: AnswerFor.pick({}),
  output: OwnerList,
  status: 200,
  errors: [],
});

export const answerForContract = contract({
  method: "POST",
  path: owners,
  summary: "Answer for an owner; an administrator can say so of somebody else",
  access: "editor",
  input: AnswerFor,
  output: OwnerList,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const stopAnsweringContract = contract({
  method: "DELETE",
  path: owners,
  summary: "Answer for an owner no longer",
  access: "editor",
  input: AnswerFor,
  output: OwnerList,
  status: 200,
  errors: ["validation_failed"],
});

export const worklistContracts = [
  listWorklistContract,
  snoozeItemContract,
  dismissItemContract,
  reopenItemContract,
  listOwnersContract,
  answerForContract,
  stopAnsweringContract,
];
