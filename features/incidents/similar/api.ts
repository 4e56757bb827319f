import { contract } from "@/lib/http/contract";
import { SimilarIncidents, SimilarTo } from "./schema";

export const similarIncidentsContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/similar",
  summary: "Earlier incidents that resemble this one, with what they have in common and what resolved them",
  access: "viewer",
  input: SimilarTo,
  output: SimilarIncidents,
  status: 200,
  errors: ["not_found"],
});
