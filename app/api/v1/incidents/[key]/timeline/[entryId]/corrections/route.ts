import { correctEntryContract } from "@/features/incidents/timeline/api";
import { correctEntry } from "@/features/incidents/timeline/correct/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(correctEntryContract, correctEntry);
