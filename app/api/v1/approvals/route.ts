import { listApprovalsContract } from "@/features/runs/approvals/api";
import { listApprovals } from "@/features/runs/approvals/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listApprovalsContract, listApprovals);
