import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { LinkableStep, ListSteps } from "./schema";

export const listStepsContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/steps",
  summary: "Steps that a text on the timeline can name as `#id`, those of the newest open run first",
  access: "viewer",
  input: ListSteps,
  output: z.object({ steps: z.array(LinkableStep) }),
  status: 200,
  errors: ["validation_failed", "not_found"],
});
