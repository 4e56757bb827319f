import { attachToStepContract } from "@/features/runs/evidence/api";
import { attachToStep } from "@/features/runs/evidence/attach/commands";
import { uploadEndpoint } from "@/lib/http/upload";

export const POST = uploadEndpoint(attachToStepContract, attachToStep);
