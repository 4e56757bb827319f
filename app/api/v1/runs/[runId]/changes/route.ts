import { stepChanges } from "@/features/runs/adopt/queries";
import { stepChangesContract } from "@/features/runs/api";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(stepChangesContract, stepChanges);
