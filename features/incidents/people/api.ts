import { z } from "zod";
import { contract } from "@/lib/http/contract";

export const Responders = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });
export type Responders = z.output<typeof Responders>;

export const listRespondersContract = contract({
  method: "GET",
  path: "/api/v1/responders",
  summary: "Active people who can be given work on an incident, by name",
  access: "viewer",
  input: z.object({}),
  output: Responders,
  status: 200,
  errors: [],
});
