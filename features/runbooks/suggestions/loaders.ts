import { pageContext } from "@/lib/http/page-context";
import { asAppError } from "@/lib/http/problem";
import { openSuggestions } from "./queries";

/** How many suggestions are open, by runbook: for editors. While the database is away runbooks are read without. */
export async function loadOpenSuggestions(): Promise<Record<string, number>> {
  try {
    return await openSuggestions(await pageContext());
  } catch (error) {
    if (asAppError(error).code === "database_unavailable") return {};
    throw error;
  }
}
