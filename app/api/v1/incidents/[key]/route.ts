import { getIncidentContract, patchIncidentContract } from "@/features/incidents/api";
import { patchIncident } from "@/features/incidents/facts/commands";
import { getIncident } from "@/features/incidents/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(getIncidentContract, getIncident);
export const PATCH = endpoint(patchIncidentContract, patchIncident);
