import { endRunContract } from "@/features/runs/api";
import { endRun } from "@/features/runs/ending/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(endRunContract, endRun);
