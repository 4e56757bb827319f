import { listStepsContract } from "@/features/incidents/references/api";
import { listSteps } from "@/features/incidents/references/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listStepsContract, listSteps);
