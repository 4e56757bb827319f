import { addFollowUpContract } from "@/features/incidents/api";
import { addFollowUp } from "@/features/incidents/follow-ups/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(addFollowUpContract, addFollowUp);
