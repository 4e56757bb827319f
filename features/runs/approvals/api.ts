import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { ChangedRun } from "../schema";
import {
  ApprovalRule,
  AskApproval,
  DecideApproval,
  ListApprovals,
  ListedApprovals,
  OverrideApproval,
  SetApprovalRule,
} from "./schema";

const step = "/api/v1/runs/{runId}/steps/{stepId}" as const;
const rules = "/api/v1/approval-rules" as const;

export const askApprovalContract = contract({
  method: "POST",
  path: `${step}/approvals`,
  summary: "Ask for a second person's word on a step",
  access: "responder",
  input: AskApproval,
  output: ChangedRun,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  errors: [
    "validation_failed",
    "not_found",
    "approval_not_needed",
    "approval_settled",
    "step_not_ready",
    "run_ended",
    "incident_closed",
    "id_reused",
  ],
});

export const overrideApprovalContract = contract({
  method: "POST",
  path: `${step}/override`,
  summary: "Go ahead without a second person, with a reason; persons only",
  access: "responder",
  input: OverrideApproval,
  output: ChangedRun,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "approval_not_needed",
    "approval_settled",
    "reason_required",
    "run_ended",
    "incident_closed",
    "id_reused",
  ],
});

export const listApprovalsContract = contract({
  method: "GET",
  path: "/api/v1/approvals",
  summary: "Requests that wait for a second person, or where somebody went ahead without",
  access: "viewer",
  input: ListApprovals,
  output: ListedApprovals,
  status: 200,
  errors: ["validation_failed"],
});

export const decideApprovalContract = contract({
  method: "POST",
  path: "/api/v1/approvals/{approvalId}",
  summary: "Grant or refuse a request of somebody else; persons only",
  access: "responder",
  input: DecideApproval,
  output: ChangedRun,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "own_approval",
    "approval_settled",
    "reason_required",
    "incident_closed",
    "id_reused",
  ],
});

export const listApprovalRulesContract = contract({
  method: "GET",
  path: rules,
  summary: "Which dangerous steps want a second person, by the runbook's criticality",
  access: "admin",
  input: z.object({}),
  output: z.object({ rules: z.array(ApprovalRule) }),
  status: 200,
  errors: [],
});

export const setApprovalRuleContract = contract({
  method: "PUT",
  path: `${rules}/{criticality}`,
  summary: "Set the rule of a criticality; it holds at once",
  access: "admin",
  input: SetApprovalRule,
  output: ApprovalRule,
  status: 200,
  errors: ["validation_failed", "stale_version"],
});

/** All operations on approvals. */
export const approvalContracts = [
  askApprovalContract,
  overrideApprovalContract,
  listApprovalsContract,
  decideApprovalContract,
  listApprovalRulesContract,
  setApprovalRuleContract,
];
