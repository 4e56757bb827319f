import { z } from "zod";
import { handoverStates } from "@/features/incidents/handover/schema";
import { entryKinds } from "@/features/incidents/timeline/schema";
import { incidentKinds, incidentStatuses, roleNames } from "@/features/incidents/vocabulary";
import { phaseKinds } from "@/features/runbooks/plan";
import { runStatuses, stepStates } from "@/features/runs/machine";
import { severities } from "@/lib/severity";

const Id = z.uuid();
/** As JavaScript writes an instant, so that reading and writing it again changes nothing. */
const At = z.iso.datetime({ precision: 3 });
const Text = z
  .string()
  .max(2_000_000)
  .refine((text) => !text.includes("\u0000"), "no NUL");
const Count = z.number().int().min(0);
const Version = z.number().int().min(1);
const Data = z.record(z.string(), z.unknown());
const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();

export const EntryRecord = z.strictObject({
  id: Id,
  seq: Version,
  kind: z.enum(entryKinds),
  happenedAt: At,
  recordedAt: At,
  actorId: nullable(Id),
  actorName: Text,
  source: z.enum(["web", "api", "alert", "system"]),
  body: Text,
  data: Data,
  runId: nullable(Id),
  stepId: nullable(Text),
  revision: Count,
  retractedAt: nullable(At),
  retractedBy: nullable(Text),
  retractReason: nullable(Text),
  changedSeq: Version,
  /** Earlier texts, the first one first. */
  revisions: z.array(
    z.strictObject({
      revision: Count,
      body: Text,
      happenedAt: At,
      replacedAt: At,
      replacedBy: Text,
      reason: nullable(Text),
    }),
  ),
});
export type EntryRecord = z.output<typeof EntryRecord>;

export const RunRecord = z.strictObject({
  id: Id,
  drill: z.boolean(),
  runbook: Text,
  procedure: Text,
  title: Text,
  commit: nullable(Text),
  /** git blob id of the text that was run; `sources` has the text. */
  blob: Text,
  plan: Data,
  variables: z.record(z.string(), Text),
  criticality: nullable(Text),
  continuesId: nullable(Id),
  continuesStepId: nullable(Text),
  status: z.enum(runStatuses),
  within: nullable(z.number().int()),
  startedAt: At,
  startedById: nullable(Id),
  startedBy: Text,
  endedAt: nullable(At),
  version: Version,
  steps: z.array(
    z.strictObject({
      stepId: Text,
      position: Count,
      phase: z.enum(phaseKinds),
      title: Text,
      state: z.enum(stepStates),
      version: Version,
      claimedById: nullable(Id),
      claimedBy: nullable(Text),
      claimedAt: nullable(At),
      blob: nullable(Text),
      startedAt: nullable(At),
      endedAt: nullable(At),
      option: nullable(Text),
      note: nullable(Text),
      evidence: nullable(Text),
    }),
  ),
  events: z.array(
    z.strictObject({
      id: Id,
      seq: Version,
      stepId: nullable(Text),
      event: Text,
      at: At,
      actorId: nullable(Id),
      actorName: Text,
      data: Data,
    }),
  ),
  approvals: z.array(
    z.strictObject({
      id: Id,
      stepId: Text,
      state: z.enum(["asked", "granted", "refused", "expired", "overridden"]),
      note: Text,
      requestedAt: At,
      requestedById: nullable(Id),
      requestedBy: Text,
      expiresAt: At,
      decidedAt: nullable(At),
      decidedById: nullable(Id),
      decidedBy: nullable(Text),
      spentAt: nullable(At),
      reason: nullable(Text),
    }),
  ),
});
export type RunRecord = z.output<typeof RunRecord>;

/**
 * A whole incident as one JSON document, version 1: what happened, what was written, what was run and by which text. Importing it
 * elsewhere gives an incident that exports the same. Files are named by their hash; their content is not in the document.
 */
export const IncidentExport = z.strictObject({
  format: z.literal("bitacora-incident"),
  formatVersion: z.literal(1),
  incident: z.strictObject({
    id: Id,
    number: Version,
    kind: z.enum(incidentKinds),
    title: Text,
    summary: Text,
    severity: z.enum(severities),
    status: z.enum(incidentStatuses),
    services: z.array(Text),
    labels: z.record(z.string(), Text),
    rootCause: nullable(Text),
    impactStartedAt: nullable(At),
    declaredAt: At,
    acknowledgedAt: nullable(At),
    mitigatedAt: nullable(At),
    resolvedAt: nullable(At),
    closedAt: nullable(At),
    nextUpdateDueAt: nullable(At),
    declaredById: nullable(Id),
    lastSeq: Count,
    version: Version,
    updatedAt: At,
  }),
  entries: z.array(EntryRecord),
  roles: z.array(
    z.strictObject({
      id: Id,
      role: z.enum(roleNames),
      personId: nullable(Id),
      personName: Text,
      since: At,
      until: nullable(At),
    }),
  ),
  /** Roles offered to somebody, and what became of it. Exports from before there were any have none. */
  handovers: z
    .array(
      z.strictObject({
        id: Id,
        role: z.enum(roleNames),
        fromId: nullable(Id),
        fromName: Text,
        toId: Id,
        toName: Text,
        state: z.enum(handoverStates),
        note: Text,
        offeredAt: At,
        decidedAt: nullable(At),
        decidedBy: nullable(Text),
        reason: nullable(Text),
        version: Version,
      }),
    )
    .default([]),
  /** The post-mortem as it stands, and which text of it was published. Exports from before there were any have none. */
  postMortem: z
    .strictObject({
      path: z.string().regex(/^postmortems\/[a-z0-9]+(?:-[a-z0-9]+)*$/),
      text: Text,
      version: Version,
      createdAt: At,
      createdBy: Text,
      updatedAt: At,
      updatedById: nullable(Id),
      updatedBy: Text,
      publishedBlob: nullable(Text),
      publishedCommit: nullable(Text),
      publishedAt: nullable(At),
      publishedBy: nullable(Text),
    })
    .nullable()
    .default(null),
  checklists: z.array(
    z.strictObject({
      id: Id,
      checklist: Text,
      title: Text,
      moment: Text,
      itemId: Text,
      itemTitle: Text,
      position: Count,
      attachedAt: At,
      checkedAt: nullable(At),
      checkedBy: nullable(Text),
      checkedById: nullable(Id),
      version: Version,
    }),
  ),
  followUps: z.array(
    z.strictObject({
      id: Id,
      title: Text,
      ownerId: nullable(Id),
      ownerName: Text,
      dueOn: At,
      doneAt: nullable(At),
      createdAt: At,
      version: Version.default(1),
    }),
  ),
  runs: z.array(RunRecord),
  /** The texts that were run, by git blob id. */
  sources: z.array(z.strictObject({ blob: Text, path: Text, text: Text })),
  attachments: z.array(
    z.strictObject({
      id: Id,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      name: Text,
      size: Count,
      mediaType: z
        .string()
        .max(100)
        .regex(/^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w-]+)?$/),
      storedAt: At,
      runId: nullable(Id),
      stepId: nullable(Text),
      entryId: nullable(Id),
      attachedAt: At,
      attachedById: nullable(Id),
      attachedBy: Text,
    }),
  ),
});
export type IncidentExport = z.output<typeof IncidentExport>;
