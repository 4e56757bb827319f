import { publishUpdateContract } from "@/features/incidents/updates/api";
import { publishUpdate } from "@/features/incidents/updates/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(publishUpdateContract, publishUpdate);
