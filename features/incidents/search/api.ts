import { contract } from "@/lib/http/contract";
import { IncidentSearchPage, SearchIncidents } from "./schema";

export const searchIncidentsContract = contract({
  method: "GET",
  path: "/api/v1/incident-search",
  summary: "Incidents by their words and those of their timelines",
  access: "viewer",
  input: SearchIncidents,
  output: IncidentSearchPage,
  status: 200,
  errors: ["validation_failed"],
});
