import { contract } from "@/lib/http/contract";
import { ChangedIncident } from "../incident-schema";
import { PublishUpdate, SnoozeUpdate } from "./schema";

const incident = "/api/v1/incidents/{key}" as const;

export const publishUpdateContract = contract({
  method: "POST",
  path: `${incident}/updates`,
  summary: "Tell stakeholders: condition, actions, needs, and when they hear again",
  access: "responder",
  input: PublishUpdate,
  output: ChangedIncident,
  status: { of: ({ entry }) => (entry.repeated ? 200 : 201), all: [200, 201] },
  errors: ["validation_failed", "not_found", "incident_closed", "future_time", "past_time", "id_reused"],
});

export const snoozeUpdateContract = contract({
  method: "POST",
  path: `${incident}/next-update`,
  summary: "Move the time of the next update for stakeholders, with a reason",
  access: "responder",
  input: SnoozeUpdate,
  output: ChangedIncident,
  status: 200,
  errors: ["validation_failed", "not_found", "incident_closed", "stale_version", "past_time", "id_reused"],
});

export const updateContracts = [publishUpdateContract, snoozeUpdateContract];
