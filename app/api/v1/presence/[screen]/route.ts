import { moveScreenContract } from "@/features/incidents/presence/api";
import { moveScreen } from "@/features/incidents/presence/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(moveScreenContract, moveScreen);
