import { contract } from "@/lib/http/contract";
import { ChangedRun } from "../schema";
import { SuggestChange } from "./schema";

export const suggestChangeContract = contract({
  method: "POST",
  path: "/api/v1/runs/{runId}/steps/{stepId}/suggestions",
  summary: "Say that a step is wrong, and what worked instead",
  access: "responder",
  input: SuggestChange,
  output: ChangedRun,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  errors: ["validation_failed", "not_found", "id_reused"],
});
