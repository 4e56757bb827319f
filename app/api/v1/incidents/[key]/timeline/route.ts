import { appendEntryContract, listEntriesContract } from "@/features/incidents/timeline/api";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listEntriesContract, listEntries);
export const POST = endpoint(appendEntryContract, appendEntry);
