import { setApprovalRuleContract } from "@/features/runs/approvals/api";
import { setApprovalRule } from "@/features/runs/approvals/settings/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PUT = endpoint(setApprovalRuleContract, setApprovalRule);
