import { tickChecklistItemContract } from "@/features/incidents/api";
import { tickChecklistItem } from "@/features/incidents/checklists/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(tickChecklistItemContract, tickChecklistItem);
