import { withdrawEvidenceContract } from "@/features/runs/evidence/api";
import { withdrawEvidence } from "@/features/runs/evidence/withdraw/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(withdrawEvidenceContract, withdrawEvidence);
