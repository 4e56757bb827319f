import { z } from "zod";
import { IncidentKey } from "@/features/incidents/schema";
import { contract } from "@/lib/http/contract";
import { readBriefingContract } from "./briefing/api";
import { IncidentExport } from "./export-schema";
import { postMortemContracts } from "./post-mortem/api";

export const exportIncidentContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/export",
  summary: "The whole record of an incident as one JSON document, to be kept or imported elsewhere",
  access: "viewer",
  input: z.object({ key: IncidentKey }),
  output: IncidentExport,
  status: 200,
  errors: ["not_found"],
});

export const incidentMarkdownContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/record",
  summary: "The record of an incident as a Markdown document, in the reader's language",
  access: "viewer",
  input: z.object({ key: IncidentKey }),
  output: z.string(),
  status: 200,
  mediaType: "text/markdown",
  errors: ["not_found"],
});

export const importIncidentContract = contract({
  method: "POST",
  path: "/api/v1/incident-imports",
  summary: "Take in an exported incident; larger ones with `npm run import-incident`",
  access: "admin",
  input: IncidentExport,
  output: z.object({ key: z.string(), number: z.number().int(), repeated: z.boolean() }),
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  errors: ["validation_failed", "too_large", "record_incoherent", "id_reused"],
});

/** All operations on records. */
export const recordContracts = [
  exportIncidentContract,
  incidentMarkdownContract,
  importIncidentContract,
  ...postMortemContracts,
  readBriefingContract,
];
