import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { LoadedRun } from "../../lock/queries";
import { columnsOf } from "../../replay/journal";
import { placesOfRun } from "../../run-plan";
import type { RunState } from "../../run-state";

type Written = ReturnType<typeof columnsOf> & { position: number; phase: string; title: string };

/** Each column of a step that events write: its name in the database and its type there. */
const columns = {
  position: ["position", "integer"],
  phase: ["phase", "text"],
  title: ["title", "text"],
  state: ["state", '"StepState"'],
  version: ["version", "integer"],
  blob: ["blob", "text"],
  claimedById: ["claimed_by_id", "uuid"],
  claimedBy: ["claimed_by", "text"],
  claimedAt: ["claimed_at", "timestamptz"],
  startedAt: ["started_at", "timestamptz"],
  endedAt: ["ended_at", "timestamptz"],
  option: ["option", "text"],
  note: ["note", "text"],
  evidence: ["evidence", "text"],
} as const satisfies Record<keyof Written, readonly [string, string]>;

const entries = Object.entries(columns);
const assignments = Prisma.raw(entries.map(([key, [name]]) => `"${name}" = next."${key}"`).join(", "));
const shape = Prisma.raw(entries.map(([key, [, type]]) => `"${key}" ${type}`).join(", "));

/** Writes the rows that changed, and their places where an adoption moved them: in two statements, however many they are. */
export async function writeRows(tx: Tx, { record }: LoadedRun, after: RunState): Promise<void> {
  const runId = record.id;
  const was = new Map(record.steps.map((row) => [row.stepId, row]));
  const places = placesOfRun(after.plan);
  const rows = after.steps.map((row, position) => {
    const place = places[position];
    const fixed = { position, phase: place?.phase ?? "steps", title: place?.step.title ?? row.stepId };
    return { stepId: row.stepId, ...fixed, ...columnsOf(row) };
  });
  const fresh = rows.filter(({ stepId }) => !was.has(stepId));
  const moved = rows.filter(({ stepId, version, position }) => {
    const old = was.get(stepId);
    return old && (old.version !== version || old.position !== position);
  });
  if (fresh.length > 0) await tx.runStep.createMany({ data: fresh.map((row) => ({ runId, ...row })) });
  if (moved.length === 0) return;
  await tx.$executeRaw`
    UPDATE run_step AS step SET ${assignments}
    FROM json_to_recordset(${JSON.stringify(moved)}::json) AS next("stepId" text, ${shape})
    WHERE step.run_id = ${runId}::uuid AND step.step_id = next."stepId"`;
}
