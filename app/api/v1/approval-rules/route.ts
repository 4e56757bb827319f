import { listApprovalRulesContract } from "@/features/runs/approvals/api";
import { listApprovalRules } from "@/features/runs/approvals/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listApprovalRulesContract, listApprovalRules);
