import { actOnStepContract, getStepContract } from "@/features/runs/api";
import { getStep } from "@/features/runs/queries";
import { actOnStep } from "@/features/runs/steps/commands";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(getStepContract, getStep);
export const POST = endpoint(actOnStepContract, actOnStep);
