import { retractEntryContract } from "@/features/incidents/timeline/api";
import { retractEntry } from "@/features/incidents/timeline/correct/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(retractEntryContract, retractEntry);
