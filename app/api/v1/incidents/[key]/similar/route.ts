import { similarIncidentsContract } from "@/features/incidents/similar/api";
import { similarIncidents } from "@/features/incidents/similar/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(similarIncidentsContract, similarIncidents);
