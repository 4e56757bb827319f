import type { EntryKind, EntryView } from "./schema";

/** A row of the timeline, as the database keeps it. */
export type EntryRow = {
  id: string;
  incidentId: string;
  seq: number;
  kind: EntryKind;
  happenedAt: Date;
  recordedAt: Date;
  actorId: string | null;
  actorName: string;
  source: EntryView["source"];
  body: string;
  data: unknown;
  runId: string | null;
  stepId: string | null;
  revision: number;
  retractedAt: Date | null;
  retractedBy: string | null;
  retractReason: string | null;
  changedSeq: number;
};

/** What the API and the pages show of an entry. A retracted one keeps its text: it is struck through, not hidden. */
export function entryView(row: EntryRow): EntryView {
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    body: row.body,
    happenedAt: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    source: row.source,
    data: isRecord(row.data) ? row.data : {},
    runId: row.runId,
    stepId: row.stepId,
    revision: row.revision,
    changedSeq: row.changedSeq,
    retracted: row.retractedAt && {
      at: row.retractedAt.toISOString(),
      by: row.retractedBy ?? "",
      reason: row.retractReason ?? "",
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
