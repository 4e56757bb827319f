import { getRunContract } from "@/features/runs/api";
import { getRun } from "@/features/runs/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(getRunContract, getRun);
