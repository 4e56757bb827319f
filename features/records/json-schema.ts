import { z } from "zod";
import { IncidentExport } from "./export-schema";

/** JSON Schema (draft 2020-12) of an exported incident, as an import takes it. */
export const exportJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(IncidentExport, { io: "input", unrepresentable: "any" }),
  $id: "/api/v1/schemas/incident-export.json",
  title: "Bitácora incident, format version 1",
});
