import { listSuggestionsContract } from "@/features/runbooks/suggestions/api";
import { listSuggestions } from "@/features/runbooks/suggestions/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listSuggestionsContract, listSuggestions);
