import { exportIncidentContract } from "@/features/records/api";
import { exportIncident } from "@/features/records/export/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(exportIncidentContract, exportIncident);
