import { appendEntriesContract } from "@/features/incidents/bulk/api";
import { appendEntries } from "@/features/incidents/bulk/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(appendEntriesContract, appendEntries);
