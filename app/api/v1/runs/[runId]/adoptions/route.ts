import { adoptSteps } from "@/features/runs/adopt/commands";
import { adoptStepsContract } from "@/features/runs/api";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(adoptStepsContract, adoptSteps);
