import { Prisma } from "@/lib/db/generated/client";

/** Columns of `timeline_entry` by the names of the Prisma model, for statements that Prisma cannot say. */
export const entryColumns = Prisma.sql`
  id, incident_id AS "incidentId", seq, kind::text AS kind, happened_at AS "happenedAt", recorded_at AS "recordedAt",
  actor_id AS "actorId", actor_name AS "actorName", source::text AS source, body, data, run_id AS "runId",
  step_id AS "stepId", revision, retracted_at AS "retractedAt", retracted_by AS "retractedBy",
  retract_reason AS "retractReason", changed_seq AS "changedSeq"`;
