import { contract } from "@/lib/http/contract";
import { CountEntries, EntryCounts, ReadWindow, WindowView } from "./schema";

const timeline = "/api/v1/incidents/{key}/timeline" as const;

export const readWindowContract = contract({
  method: "GET",
  path: `${timeline}/window`,
  summary: "A stretch of a timeline in either order, filtered, with how many entries come before and after it",
  access: "viewer",
  input: ReadWindow,
  output: WindowView,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const countEntriesContract = contract({
  method: "GET",
  path: `${timeline}/counts`,
  summary: "How many entries a timeline has of each kind and by each person",
  access: "viewer",
  input: CountEntries,
  output: EntryCounts,
  status: 200,
  errors: ["validation_failed", "not_found"],
});
