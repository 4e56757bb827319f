import { contract } from "@/lib/http/contract";
import { ChangedRun } from "../schema";
import { ExtendLimit } from "./schema";

export const extendLimitContract = contract({
  method: "POST",
  path: "/api/v1/runs/{runId}/limits",
  summary: "Give a step, the procedure or the escalation more time",
  access: "responder",
  input: ExtendLimit,
  output: ChangedRun,
  status: 200,
  errors: ["validation_failed", "not_found", "stale_version", "run_ended", "incident_closed", "id_reused"],
});
