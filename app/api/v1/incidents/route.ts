import { declareIncidentContract, listIncidentsContract } from "@/features/incidents/api";
import { declareIncident } from "@/features/incidents/declare/commands";
import { listIncidents } from "@/features/incidents/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listIncidentsContract, listIncidents);
export const POST = endpoint(declareIncidentContract, declareIncident);
