import { appendEntryContract, listEntriesContract } from "@/features/incidents/timeline/api";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import { endpoint } from "@/lib/http/endpoint";
import { takingText } from "@/lib/http/plain-text";

export const GET = endpoint(listEntriesContract, listEntries);
export const POST = takingText("body", endpoint(appendEntryContract, appendEntry));
