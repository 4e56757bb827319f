import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { CloseSuggestion, ListedSuggestion, ListSuggestions, Suggestion } from "./schema";

export const listSuggestionsContract = contract({
  method: "GET",
  path: "/api/v1/suggestions",
  summary: "What responders found wrong with steps, for editors",
  access: "editor",
  input: ListSuggestions,
  output: z.object({ suggestions: z.array(ListedSuggestion) }),
  status: 200,
  errors: ["validation_failed"],
});

export const closeSuggestionContract = contract({
  method: "POST",
  path: "/api/v1/suggestions/{suggestionId}",
  summary: "Adopt a suggestion, or decline it with a reason",
  access: "editor",
  input: CloseSuggestion,
  output: Suggestion,
  status: 200,
  errors: ["validation_failed", "not_found", "suggestion_settled", "stale_version", "reason_required"],
});

export const suggestionContracts = [listSuggestionsContract, closeSuggestionContract];
