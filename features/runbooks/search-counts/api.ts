import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { Counted, CountSearch, QueryRef, SearchCounts } from "./schema";

const counts = "/api/v1/search/counts" as const;
const Decided = z.object({ dismissed: z.boolean() });

export const countSearchContract = contract({
  method: "POST",
  path: counts,
  summary: "Count a search and what was opened after it, without who searched",
  access: "read",
  input: CountSearch,
  output: Counted,
  status: 202,
  errors: ["unauthenticated", "validation_failed"],
});

export const searchCountsContract = contract({
  method: "GET",
  path: counts,
  summary: "Searches that found nothing or led nowhere, and what was opened after searches",
  access: "editor",
  input: z.object({}),
  output: SearchCounts,
  status: 200,
  errors: [],
});

export const dismissQueryContract = contract({
  method: "POST",
  path: `${counts}/{queryId}/dismissal`,
  summary: "Take a searched query off the list",
  access: "editor",
  input: QueryRef,
  output: Decided,
  status: 200,
  errors: ["not_found"],
});

export const reopenQueryContract = contract({
  method: "POST",
  path: `${counts}/{queryId}/reopening`,
  summary: "Put a searched query back on the list",
  access: "editor",
  input: QueryRef,
  output: Decided,
  status: 200,
  errors: ["not_found"],
});

export const searchCountContracts = [
  countSearchContract,
  searchCountsContract,
  dismissQueryContract,
  reopenQueryContract,
];
