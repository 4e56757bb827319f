import { stepRoundsContract } from "@/features/runs/api";
import { stepRounds } from "@/features/runs/rounds/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(stepRoundsContract, stepRounds);
