import { markReadContract } from "@/features/incidents/reading/api";
import { markRead } from "@/features/incidents/reading/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PUT = endpoint(markReadContract, markRead);
