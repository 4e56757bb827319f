import { listIncidentRunsContract, startIncidentRunContract } from "@/features/runs/api";
import { listIncidentRuns } from "@/features/runs/queries";
import { startRun } from "@/features/runs/start/commands";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listIncidentRunsContract, listIncidentRuns);
export const POST = endpoint(startIncidentRunContract, startRun);
