import { importIncidentContract } from "@/features/records/api";
import { importIncident } from "@/features/records/import/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(importIncidentContract, importIncident);
