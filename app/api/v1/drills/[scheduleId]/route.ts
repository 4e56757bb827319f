import { pauseDrillContract, removeDrillContract } from "@/features/runs/drills/api";
import { pauseDrill, removeDrill } from "@/features/runs/drills/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PATCH = endpoint(pauseDrillContract, pauseDrill);
export const DELETE = endpoint(removeDrillContract, removeDrill);
