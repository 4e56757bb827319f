import { setVariablesContract } from "@/features/runs/api";
import { setVariables } from "@/features/runs/variables/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PATCH = endpoint(setVariablesContract, setVariables);
