import { finishFollowUpContract } from "@/features/incidents/api";
import { finishFollowUp } from "@/features/incidents/follow-ups/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PATCH = endpoint(finishFollowUpContract, finishFollowUp);
