import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { IncidentKey } from "../schema";
import {
  AppendEntry,
  AppendedEntry,
  CorrectEntry,
  EntryRef,
  EntryView,
  ListEntries,
  RetractEntry,
  RevisionView,
} from "./schema";
import { countEntriesContract, readWindowContract } from "./window/api";

const timeline = "/api/v1/incidents/{key}/timeline" as const;

export const listEntriesContract = contract({
  method: "GET",
  path: timeline,
  summary: "Entries of a timeline in the order of recording",
  access: "viewer",
  input: ListEntries,
  output: z.object({ entries: z.array(EntryView), lastSeq: z.number().int() }),
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const appendEntryContract = contract({
  method: "POST",
  path: timeline,
  summary: "Write on a timeline; without a kind the text is read as quick entry. Takes text/plain too",
  access: "responder",
  input: AppendEntry,
  output: AppendedEntry,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  errors: [
    "validation_failed",
    "not_found",
    "incident_closed",
    "id_reused",
    "future_time",
    "quick_entry_unclear",
    "unknown_person",
    "invalid_transition",
    "reason_required",
    "closing_incomplete",
    "secret_found",
  ],
});

export const correctEntryContract = contract({
  method: "POST",
  path: `${timeline}/{entryId}/corrections`,
  summary: "Correct an entry; the text before is kept",
  access: "responder",
  input: CorrectEntry,
  output: EntryView,
  status: 200,
  errors: ["validation_failed", "forbidden", "not_found", "stale_version", "entry_retracted", "future_time"],
});

export const retractEntryContract = contract({
  method: "POST",
  path: `${timeline}/{entryId}/retraction`,
  summary: "Strike an entry through, with a reason",
  access: "responder",
  input: RetractEntry,
  output: EntryView,
  status: 200,
  errors: ["validation_failed", "forbidden", "not_found", "reason_required"],
});

export const listRevisionsContract = contract({
  method: "GET",
  path: `${timeline}/{entryId}/revisions`,
  summary: "Every text that an entry has had",
  access: "viewer",
  input: EntryRef,
  output: z.object({ revisions: z.array(RevisionView) }),
  status: 200,
  errors: ["validation_failed", "not_found"],
});

/** Server-sent events; the route answers with a stream, not with this string. */
export const streamContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/stream",
  summary:
    "Follow an incident: events `entry`, `entry-changed`, `incident`, and `presence` with who has it open (text/event-stream)",
  access: "viewer",
  input: z.object({
    key: IncidentKey,
    /** Number of the last entry seen; the header `Last-Event-ID` comes first. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  output: z.string(),
  status: 200,
  mediaType: "text/event-stream",
  errors: ["validation_failed", "not_found"],
});

export const timelineContracts = [
  listEntriesContract,
  appendEntryContract,
  correctEntryContract,
  retractEntryContract,
  listRevisionsContract,
  streamContract,
  readWindowContract,
  countEntriesContract,
];
