import { listRunsContract, startDrillContract } from "@/features/runs/api";
import { listRuns } from "@/features/runs/queries";
import { startRun } from "@/features/runs/start/commands";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listRunsContract, listRuns);
export const POST = endpoint(startDrillContract, startRun);
