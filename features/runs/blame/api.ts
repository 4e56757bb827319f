import { z } from "zod";
import { contract } from "@/lib/http/contract";

const touch = z
  .object({ commit: z.string(), author: z.string(), at: z.string(), subject: z.string() })
  .nullable()
  .describe("The commit that last changed it");

const command = z.object({
  lang: z.string(),
  text: z.string(),
  touch,
  total: z.number().int().describe("Runs among the latest 200 that followed this very command"),
  runs: z.array(
    z.object({
      id: z.string(),
      incident: z.object({ key: z.string(), title: z.string() }).nullable(),
      drill: z.boolean(),
      at: z.string(),
      copied: z.boolean(),
    }),
  ),
});

const step = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(["step", "decision"]),
  touch,
  commands: z.array(command),
});

export const blameContract = contract({
  method: "GET",
  path: "/api/v1/runbooks/{service}/{file}/blame",
  summary: "Who last touched each procedure, step and command, and in which runs each command was followed",
  access: "viewer",
  input: z.object({ service: z.string().max(100), file: z.string().max(100) }),
  output: z.object({
    path: z.string(),
    names: z.array(z.string()),
    procedures: z.array(z.object({ id: z.string(), title: z.string(), touch, steps: z.array(step) })).nullable(),
  }),
  status: 200,
  errors: ["not_found", "repository_unavailable", "database_unavailable"],
});
