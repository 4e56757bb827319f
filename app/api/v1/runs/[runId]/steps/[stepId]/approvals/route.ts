import { askApprovalContract } from "@/features/runs/approvals/api";
import { askApproval } from "@/features/runs/approvals/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(askApprovalContract, askApproval);
