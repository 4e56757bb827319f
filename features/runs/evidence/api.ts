import { z } from "zod";
import { fileLimit } from "@/features/incidents/attachments/limits";
import { AttachmentView } from "@/features/incidents/attachments/schema";
import { contract } from "@/lib/http/contract";
import { RunView } from "../schema";
import { AttachToStep, ProposalView, RecordEvidence, WithdrawEvidence } from "./schema";

const step = "/api/v1/runs/{runId}/steps/{stepId}" as const;
const onRepeat = { of: ({ repeated }: { repeated: boolean }) => (repeated ? 200 : 201), all: [200, 201] };

export const RecordedEvidence = z.object({
  id: z.string(),
  proposal: ProposalView.nullable(),
  run: RunView,
  repeated: z.boolean(),
});
export type RecordedEvidence = z.output<typeof RecordedEvidence>;

export const AttachedFile = z.object({ attachment: AttachmentView, run: RunView, repeated: z.boolean() });
export type AttachedFile = z.output<typeof AttachedFile>;

export const recordEvidenceContract = contract({
  method: "POST",
  path: `${step}/evidence`,
  summary: "Record output of a step and compare it with what the step expects; a person decides. Takes text/plain too",
  access: "responder",
  input: RecordEvidence,
  output: RecordedEvidence,
  status: onRepeat,
  errors: ["validation_failed", "not_found", "incident_closed", "id_reused", "secret_found"],
});

export const attachToStepContract = contract({
  method: "POST",
  path: `${step}/attachments`,
  summary: "Attach a file to a step as evidence: the body is the file, its name and id are in the query",
  access: "responder",
  input: AttachToStep,
  output: AttachedFile,
  status: onRepeat,
  upload: { limit: fileLimit },
  errors: [
    "validation_failed",
    "not_found",
    "incident_closed",
    "id_reused",
    "file_too_large",
    "file_empty",
    "too_many_files",
  ],
});

export const withdrawEvidenceContract = contract({
  method: "POST",
  path: `${step}/evidence/{evidenceId}/withdrawal`,
  summary: "Take back evidence; it stays on record, struck through. A finished step wants a reason",
  access: "responder",
  input: WithdrawEvidence,
  output: z.object({ run: RunView }),
  status: 200,
  errors: ["validation_failed", "forbidden", "not_found", "reason_required"],
});

export const evidenceContracts = [recordEvidenceContract, attachToStepContract, withdrawEvidenceContract];
