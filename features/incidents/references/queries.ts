import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import { stepIdsIn } from "./references";
import type { LinkableStep, ListSteps } from "./schema";

/** Steps that a completion offers at most. */
const most = 500;

/**
 * The steps that `#id` can name on an incident. An id that several runs have means that of the newest open run, else of the newest.
 * @throws `not_found`
 */
export async function listSteps(ctx: Ctx, { key }: ListSteps): Promise<{ steps: LinkableStep[] }> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const number = numberOf(key);
  if (!(await ctx.db.incident.findUnique({ where: { number }, select: { id: true } })))
    throw new AppError("not_found", { key });
  const rows = await ctx.db.$queryRaw<LinkableStep[]>`
    SELECT run.id AS "runId", step.step_id AS "stepId", step.title, run.title AS run
    FROM run_step AS step
    JOIN (
      SELECT run.*, row_number() OVER (ORDER BY (run.status = 'active') DESC, run.started_at DESC, run.id DESC) AS rank
      FROM run JOIN incident ON incident.id = run.incident_id WHERE incident.number = ${number}
    ) AS run ON run.id = step.run_id
    ORDER BY rank, position, step.step_id LIMIT ${most}`;
  const first = new Map<string, LinkableStep>();
  for (const row of rows) if (!first.has(row.stepId)) first.set(row.stepId, row);
  return { steps: [...first.values()] };
}

/** The step of an incident's runs that a text names first; null when it names none. Texts without a `#` cost nothing. */
export async function stepNamedIn(
  db: Db,
  number: number,
  text: string,
): Promise<Pick<LinkableStep, "runId" | "stepId"> | null> {
  const ids = stepIdsIn(text);
  if (ids.length === 0) return null;
  const [step] = await db.$queryRaw<Pick<LinkableStep, "runId" | "stepId">[]>`
    SELECT run.id AS "runId", step.step_id AS "stepId"
    FROM run_step AS step JOIN run ON run.id = step.run_id JOIN incident ON incident.id = run.incident_id
    WHERE incident.number = ${number} AND step.step_id = ANY(${ids}::text[])
    ORDER BY array_position(${ids}::text[], step.step_id), (run.status = 'active') DESC, run.started_at DESC, run.id DESC
    LIMIT 1`;
  return step ?? null;
}
