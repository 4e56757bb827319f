import { contract } from "@/lib/http/contract";
import { Briefing, ReadBriefing } from "./schema";

export const readBriefingContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/briefing",
  summary: "What somebody needs to know who takes over, drawn up from the record",
  access: "viewer",
  input: ReadBriefing,
  output: Briefing,
  status: 200,
  errors: ["validation_failed", "not_found"],
});
