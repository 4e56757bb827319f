import { readWindowContract } from "@/features/incidents/timeline/window/api";
import { readWindow } from "@/features/incidents/timeline/window/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readWindowContract, readWindow);
