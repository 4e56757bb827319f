import { contract } from "@/lib/http/contract";
import { AppendEntries, AppendedEntries } from "./schema";

export const appendEntriesContract = contract({
  method: "POST",
  path: "/api/v1/incidents/{key}/timeline/bulk",
  summary: "Write up to 500 entries at once, all of them or none; each is taken word for word",
  access: "responder",
  input: AppendEntries,
  output: AppendedEntries,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  errors: ["validation_failed", "not_found", "incident_closed", "id_reused", "future_time", "secret_found"],
});
