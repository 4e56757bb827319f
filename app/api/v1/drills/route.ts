import { listDrillsContract, scheduleDrillContract } from "@/features/runs/drills/api";
import { scheduleDrill } from "@/features/runs/drills/commands";
import { listDrills } from "@/features/runs/drills/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listDrillsContract, listDrills);
export const POST = endpoint(scheduleDrillContract, scheduleDrill);
