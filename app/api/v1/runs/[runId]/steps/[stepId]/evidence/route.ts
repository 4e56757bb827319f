import { recordEvidenceContract } from "@/features/runs/evidence/api";
import { recordEvidence } from "@/features/runs/evidence/commands";
import { endpoint } from "@/lib/http/endpoint";
import { takingText } from "@/lib/http/plain-text";

export const POST = takingText("text", endpoint(recordEvidenceContract, recordEvidence));
