import type { EntryRecord, IncidentExport, RunRecord } from "@/features/records/export-schema";

const id = (n: number) => `0198c7d2-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** The record of an incident in which nothing was written down. */
export const emptyRecord = (): IncidentExport => ({
  format: "bitacora-incident",
  formatVersion: 1,
  incident: {
    id: id(0),
    number: 7,
    kind: "incident",
    title: "La API no responde",
    summary: "",
    severity: "SEV2",
    status: "resolved",
    services: ["pagos"],
    labels: {},
    rootCause: null,
    impactStartedAt: null,
    declaredAt: "2026-01-15T03:00:00.000Z",
    acknowledgedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    closedAt: null,
    nextUpdateDueAt: null,
    declaredById: null,
    lastSeq: 0,
    version: 1,
    updatedAt: "2026-01-15T04:00:00.000Z",
  },
  entries: [],
  roles: [],
  checklists: [],
  followUps: [],
  runs: [],
  sources: [],
  attachments: [],
});

/** An entry of Ana's, a minute after the one before it. */
export function entryOf(seq: number, fields: Partial<EntryRecord>): EntryRecord {
  const at = new Date(Date.parse("2026-01-15T03:00:00Z") + seq * 60_000).toISOString();
  return {
    id: id(seq),
    seq,
    kind: "note",
    happenedAt: at,
    recordedAt: at,
    actorId: null,
    actorName: "Ana",
    source: "web",
    body: "",
    data: {},
    runId: null,
    stepId: null,
    revision: 0,
    retractedAt: null,
    retractedBy: null,
    retractReason: null,
    changedSeq: seq,
    revisions: [],
    ...fields,
  };
}

/** A run of one step that failed. */
export const runOf = (fields: { title: string; startedBy: string; note: string; step: string }): RunRecord => ({
  id: id(900),
  drill: false,
  runbook: "pagos/caida",
  procedure: "p",
  title: fields.title,
  commit: "0123456789abcdef0123456789abcdef01234567",
  blob: "89abcdef0123456789abcdef0123456789abcdef",
  plan: {},
  variables: {},
  criticality: null,
  continuesId: null,
  continuesStepId: null,
  status: "escalated",
  within: null,
  startedAt: "2026-01-15T03:05:00.000Z",
  startedById: null,
  startedBy: fields.startedBy,
  endedAt: "2026-01-15T03:20:00.000Z",
  version: 3,
  steps: [
    {
      stepId: "reinicio",
      position: 0,
      phase: "remediation",
      title: fields.step,
      state: "failed",
      version: 2,
      claimedById: null,
      claimedBy: fields.startedBy,
      claimedAt: null,
      blob: null,
      startedAt: "2026-01-15T03:05:00.000Z",
      endedAt: "2026-01-15T03:10:00.000Z",
      option: null,
      note: fields.note,
      evidence: null,
    },
  ],
  events: [],
  approvals: [],
});
