import { suggestChangeContract } from "@/features/runs/suggestions/api";
import { suggestChange } from "@/features/runs/suggestions/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(suggestChangeContract, suggestChange);
