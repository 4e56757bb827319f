import { changeStatusContract } from "@/features/incidents/api";
import { changeStatus } from "@/features/incidents/status/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(changeStatusContract, changeStatus);
