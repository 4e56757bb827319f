import { contract } from "@/lib/http/contract";
import { ReadReplay, ReplayPage } from "./schema";

export const readReplayContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/replay",
  summary: "The timeline as a replay needs it: what each entry changed, and its texts as they stood",
  access: "viewer",
  input: ReadReplay,
  output: ReplayPage,
  status: 200,
  errors: ["validation_failed", "not_found"],
});
