import { searchIncidentsContract } from "@/features/incidents/search/api";
import { searchIncidents } from "@/features/incidents/search/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(searchIncidentsContract, searchIncidents);
