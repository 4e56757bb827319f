import { offerRoleContract } from "@/features/incidents/handover/api";
import { offerRole } from "@/features/incidents/handover/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(offerRoleContract, offerRole);
