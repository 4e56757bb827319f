import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { attachmentContracts } from "./attachments/api";
import { appendEntriesContract } from "./bulk/api";
import { TickChecklistItem } from "./checklists/schema";
import { AddFollowUp, EditFollowUp } from "./follow-ups/schema";
import { handoverContracts } from "./handover/api";
import {
  ChangedIncident,
  ChecklistItemView,
  DeclaredIncident,
  FollowUpView,
  IncidentDetail,
  IncidentPage,
} from "./incident-schema";
import { listRespondersContract } from "./people/api";
import { moveScreenContract, runbookStreamContract } from "./presence/api";
import { markReadContract } from "./reading/api";
import { listStepsContract } from "./references/api";
import { readReplayContract } from "./replay/api";
import { AssumeRole, RenounceRole } from "./roles/schema";
import { ChangeSeverity, ChangeStatus, DeclareIncident, IncidentKey, ListIncidents, PatchIncident } from "./schema";
import { searchIncidentsContract } from "./search/api";
import { shareContracts } from "./share/api";
import { similarIncidentsContract } from "./similar/api";
import { timelineContracts } from "./timeline/api";
import { updateContracts } from "./updates/api";

const incident = "/api/v1/incidents/{key}" as const;
const onRepeat = { of: ({ repeated }: { repeated: boolean }) => (repeated ? 200 : 201), all: [200, 201] };

export const listIncidentsContract = contract({
  method: "GET",
  path: "/api/v1/incidents",
  summary: "Incidents, the newest first",
  access: "viewer",
  input: ListIncidents,
  output: IncidentPage,
  status: 200,
  errors: ["validation_failed"],
});

export const declareIncidentContract = contract({
  method: "POST",
  path: "/api/v1/incidents",
  summary: "Declare an incident",
  access: "responder",
  input: DeclareIncident,
  output: DeclaredIncident,
  status: onRepeat,
  errors: ["validation_failed", "future_time"],
});

export const getIncidentContract = contract({
  method: "GET",
  path: incident,
  summary: "An incident",
  access: "viewer",
  input: z.object({ key: IncidentKey }),
  output: IncidentDetail,
  status: 200,
  errors: ["not_found"],
});

export const patchIncidentContract = contract({
  method: "PATCH",
  path: incident,
  summary: "Change facts, severity or status of an incident",
  access: "responder",
  input: PatchIncident,
  output: IncidentDetail,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "stale_version",
    "invalid_transition",
    "reason_required",
    "closing_incomplete",
    "incident_closed",
    "future_time",
  ],
});

export const changeStatusContract = contract({
  method: "POST",
  path: `${incident}/status`,
  summary: "Move an incident to another status",
  access: "responder",
  input: ChangeStatus,
  output: ChangedIncident,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "stale_version",
    "invalid_transition",
    "reason_required",
    "closing_incomplete",
    "future_time",
    "id_reused",
  ],
});

export const changeSeverityContract = contract({
  method: "POST",
  path: `${incident}/severity`,
  summary: "Change the severity of an incident",
  access: "responder",
  input: ChangeSeverity,
  output: ChangedIncident,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "stale_version",
    "invalid_transition",
    "incident_closed",
    "future_time",
    "id_reused",
  ],
});

export const assumeRoleContract = contract({
  method: "POST",
  path: `${incident}/roles`,
  summary: "Take a role on an incident, or give it to somebody",
  access: "responder",
  input: AssumeRole,
  output: ChangedIncident,
  status: 200,
  errors: ["validation_failed", "not_found", "unknown_person", "invalid_transition", "incident_closed", "id_reused"],
});

export const renounceRoleContract = contract({
  method: "DELETE",
  path: `${incident}/roles/{role}`,
  summary: "End a role on an incident",
  access: "responder",
  input: RenounceRole,
  output: ChangedIncident,
  status: 200,
  errors: ["validation_failed", "not_found", "invalid_transition"],
});

export const tickChecklistItemContract = contract({
  method: "POST",
  path: `${incident}/checklist-items/{itemId}`,
  summary: "Tick or untick an item of a checklist",
  access: "responder",
  input: TickChecklistItem,
  output: ChecklistItemView,
  status: 200,
  errors: ["validation_failed", "not_found", "stale_version", "incident_closed", "future_time", "before_start"],
});

export const addFollowUpContract = contract({
  method: "POST",
  path: `${incident}/follow-ups`,
  summary: "Add a follow-up with its owner and due date",
  access: "responder",
  input: AddFollowUp,
  output: FollowUpView.extend({ repeated: z.boolean() }),
  status: onRepeat,
  errors: ["validation_failed", "not_found", "unknown_person", "id_reused", "future_time", "before_start"],
});

export const editFollowUpContract = contract({
  method: "PATCH",
  path: `${incident}/follow-ups/{followUpId}`,
  summary: "Change a follow-up: its words, owner or day, or whether it is done",
  access: "responder",
  input: EditFollowUp,
  output: FollowUpView,
  status: 200,
  errors: ["validation_failed", "not_found", "unknown_person", "stale_version", "future_time", "before_start"],
});

/** All operations on incidents and their timelines. */
export const incidentContracts = [
  listIncidentsContract,
  declareIncidentContract,
  getIncidentContract,
  patchIncidentContract,
  changeStatusContract,
  changeSeverityContract,
  assumeRoleContract,
  renounceRoleContract,
  tickChecklistItemContract,
  addFollowUpContract,
  editFollowUpContract,
  ...timelineContracts,
  ...attachmentContracts,
  ...handoverContracts,
  ...updateContracts,
  ...shareContracts,
  listRespondersContract,
  searchIncidentsContract,
  similarIncidentsContract,
  readReplayContract,
  moveScreenContract,
  runbookStreamContract,
  appendEntriesContract,
  listStepsContract,
  markReadContract,
];
