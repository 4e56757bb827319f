import { snoozeUpdateContract } from "@/features/incidents/updates/api";
import { snoozeUpdate } from "@/features/incidents/updates/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(snoozeUpdateContract, snoozeUpdate);
