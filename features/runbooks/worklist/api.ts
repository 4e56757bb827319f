import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { AnswerFor, OwnerList } from "./owners/schema";
import { ReminderList, ReminderRef } from "./reminders/schema";
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
  input: z.object({}),
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

export const listRemindersContract = contract({
  method: "GET",
  path: "/api/v1/reminders",
  summary: "This week's reminders of what the caller answers for",
  access: "editor",
  input: z.object({}),
  output: ReminderList,
  status: 200,
  errors: [],
});

export const hideReminderContract = contract({
  method: "POST",
  path: "/api/v1/reminders/{reminderId}/hiding",
  summary: "Take a reminder off one's own home page",
  access: "editor",
  input: ReminderRef,
  output: z.object({ hidden: z.literal(true) }),
  status: 200,
  errors: ["not_found"],
});

export const worklistContracts = [
  listWorklistContract,
  snoozeItemContract,
  dismissItemContract,
  reopenItemContract,
  listOwnersContract,
  answerForContract,
  stopAnsweringContract,
  listRemindersContract,
  hideReminderContract,
];
