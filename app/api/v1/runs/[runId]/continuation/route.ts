import { continueRunContract } from "@/features/runs/api";
import { continueRun } from "@/features/runs/continue/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(continueRunContract, continueRun);
