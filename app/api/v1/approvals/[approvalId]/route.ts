import { decideApprovalContract } from "@/features/runs/approvals/api";
import { decideApproval } from "@/features/runs/approvals/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(decideApprovalContract, decideApproval);
