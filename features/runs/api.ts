import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { AdoptSteps, StepChanges } from "./adopt/schema";
import { approvalContracts } from "./approvals/api";
import { blameContract } from "./blame/api";
import { evidenceContracts } from "./evidence/api";
import { extendLimitContract } from "./limits/api";
import { pagePartsContract } from "./page-parts/api";
import { StepRounds } from "./rounds/schema";
import {
  ActedStep,
  ActOnStep,
  ChangedRun,
  EndRun,
  FollowRun,
  ListIncidentRuns,
  ListRuns,
  RecordCopy,
  RunRef,
  RunSummary,
  RunView,
  SetVariables,
  StartedRun,
  StartRun,
  StepRef,
  StepView,
} from "./schema";
import { suggestChangeContract } from "./suggestions/api";
import { frequentProceduresContract, trackRecordsContract } from "./track-record/api";

const runs = "/api/v1/runs" as const;
const run = `${runs}/{runId}` as const;
const onRepeat = { of: ({ repeated }: { repeated: boolean }) => (repeated ? 200 : 201), all: [200, 201] };

export const startIncidentRunContract = contract({
  method: "POST",
  path: "/api/v1/incidents/{key}/runs",
  summary: "Start a procedure on an incident",
  access: "responder",
  input: StartRun.omit({ turn: true }).required({ key: true }),
  output: StartedRun,
  status: onRepeat,
  errors: ["validation_failed", "not_found", "incident_closed", "id_reused"],
});

export const listIncidentRunsContract = contract({
  method: "GET",
  path: "/api/v1/incidents/{key}/runs",
  summary: "Runs of an incident",
  access: "viewer",
  input: ListIncidentRuns,
  output: z.object({ runs: z.array(RunSummary) }),
  status: 200,
  errors: ["not_found"],
});

export const startDrillContract = contract({
  method: "POST",
  path: runs,
  summary: "Start a procedure alone, as a drill",
  access: "responder",
  input: StartRun.omit({ key: true }),
  output: StartedRun,
  status: onRepeat,
  errors: ["validation_failed", "not_found", "id_reused", "drill_started", "drill_missed"],
});

export const listRunsContract = contract({
  method: "GET",
  path: runs,
  summary: "Runs, the newest first",
  access: "viewer",
  input: ListRuns,
  output: z.object({ runs: z.array(RunSummary) }),
  status: 200,
  errors: ["validation_failed"],
});

export const getRunContract = contract({
  method: "GET",
  path: run,
  summary: "A run with its steps",
  access: "viewer",
  input: RunRef,
  output: RunView,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const getStepContract = contract({
  method: "GET",
  path: `${run}/steps/{stepId}`,
  summary: "A step of a run with all of its evidence",
  access: "viewer",
  input: StepRef,
  output: StepView,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const actOnStepContract = contract({
  method: "POST",
  path: `${run}/steps/{stepId}`,
  summary: "Start, complete, fail, skip or reopen a step, answer a decision, hand a step over or take it over",
  access: "responder",
  input: ActOnStep,
  output: ActedStep,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "stale_version",
    "invalid_transition",
    "run_ended",
    "step_not_ready",
    "reason_required",
    "evidence_required",
    "confirmation_required",
    "approval_required",
    "unknown_option",
    "unknown_person",
    "already_on_step",
    "incident_closed",
    "id_reused",
    "secret_found",
    "future_time",
    "before_start",
  ],
});

export const recordCopyContract = contract({
  method: "POST",
  path: `${run}/copies`,
  summary: "Record that a command was copied, as filled in and with secrets masked",
  access: "responder",
  input: RecordCopy,
  output: ChangedRun,
  status: onRepeat,
  errors: ["validation_failed", "not_found", "incident_closed", "id_reused", "future_time", "before_start"],
});

export const setVariablesContract = contract({
  method: "PATCH",
  path: `${run}/variables`,
  summary: "Fill placeholders of a run; secrets are refused",
  access: "responder",
  input: SetVariables,
  output: RunView,
  status: 200,
  errors: ["validation_failed", "variable_refused", "variable_conflict", "not_found", "incident_closed", "id_reused"],
});

export const endRunContract = contract({
  method: "POST",
  path: `${run}/end`,
  summary: "End a run by a person's word",
  access: "responder",
  input: EndRun,
  output: ChangedRun,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "run_ended",
    "reason_required",
    "incident_closed",
    "id_reused",
    "secret_found",
    "future_time",
    "before_start",
  ],
});

export const stepRoundsContract = contract({
  method: "GET",
  path: `${run}/steps/{stepId}/rounds`,
  summary: "What was recorded of a step before it was reopened or came round again",
  access: "viewer",
  input: StepRef,
  output: StepRounds,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const stepChangesContract = contract({
  method: "GET",
  path: `${run}/changes`,
  summary: "What changed in the runbook ahead of a run, step by step",
  access: "viewer",
  input: RunRef,
  output: StepChanges,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const adoptStepsContract = contract({
  method: "POST",
  path: `${run}/adoptions`,
  summary: "Move steps ahead of a run to the runbook in force",
  access: "responder",
  input: AdoptSteps,
  output: ChangedRun,
  status: onRepeat,
  errors: [
    "validation_failed",
    "not_found",
    "offer_changed",
    "stale_version",
    "run_ended",
    "incident_closed",
    "id_reused",
  ],
});

export const continueRunContract = contract({
  method: "POST",
  path: `${run}/continuation`,
  summary: "Go on in the runbook that an answer of this run led to; once begun, the same run is answered again",
  access: "responder",
  input: RunRef,
  output: StartedRun,
  status: onRepeat,
  errors: ["validation_failed", "not_found", "incident_closed"],
});

/** Server-sent events; the route answers with a stream, not with this string. */
export const runStreamContract = contract({
  method: "GET",
  path: `${run}/stream`,
  summary:
    "Follow a run: an event `run` with its state now and after each change, and `presence` with who has it open (text/event-stream)",
  access: "viewer",
  input: FollowRun,
  output: z.string(),
  status: 200,
  mediaType: "text/event-stream",
  errors: ["validation_failed", "not_found"],
});

/** All operations on runs. */
export const runContracts = [
  blameContract,
  trackRecordsContract,
  frequentProceduresContract,
  ...approvalContracts,
  suggestChangeContract,
  startIncidentRunContract,
  listIncidentRunsContract,
  startDrillContract,
  listRunsContract,
  getRunContract,
  getStepContract,
  actOnStepContract,
  recordCopyContract,
  setVariablesContract,
  endRunContract,
  stepRoundsContract,
  stepChangesContract,
  continueRunContract,
  adoptStepsContract,
  runStreamContract,
  extendLimitContract,
  ...evidenceContracts,
  pagePartsContract,
];
