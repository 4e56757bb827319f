import { countSearchContract, searchCountsContract } from "@/features/runbooks/search-counts/api";
import { countSearch } from "@/features/runbooks/search-counts/commands";
import { readSearchCounts } from "@/features/runbooks/search-counts/queries";
import { addressLimit } from "@/lib/auth/address-limit";
import { endpoint } from "@/lib/http/endpoint";

type Handler = ReturnType<typeof endpoint>;

/** More searches than anybody makes; somebody who wants to spoil the counts can. */
const withinReason = addressLimit({ points: 60, seconds: 60 });
const count = endpoint(countSearchContract, countSearch);

/** Counts a search. What is too much is answered like the rest, and not counted: it is nothing to tell a reader. */
export const POST: Handler = async (request, context) =>
  (await withinReason(request))
    ? count(request, context)
    : Response.json({ counted: false, waiting: false }, { status: 202 });

export const GET = endpoint(searchCountsContract, readSearchCounts);
