import { closeSuggestionContract } from "@/features/runbooks/suggestions/api";
import { closeSuggestion } from "@/features/runbooks/suggestions/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(closeSuggestionContract, closeSuggestion);
