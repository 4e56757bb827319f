import { countEntriesContract } from "@/features/incidents/timeline/window/api";
import { countEntries } from "@/features/incidents/timeline/window/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(countEntriesContract, countEntries);
