import { overrideApprovalContract } from "@/features/runs/approvals/api";
import { overrideApproval } from "@/features/runs/approvals/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(overrideApprovalContract, overrideApproval);
