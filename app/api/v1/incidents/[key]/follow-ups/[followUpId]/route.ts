import { editFollowUpContract } from "@/features/incidents/api";
import { editFollowUp } from "@/features/incidents/follow-ups/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PATCH = endpoint(editFollowUpContract, editFollowUp);
