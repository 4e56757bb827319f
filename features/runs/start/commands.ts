import { v7 } from "uuid";
import { lockIncident } from "@/features/incidents/lock/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { setClocks } from "../clocks/commands";
import { continuationWords } from "../continue/words";
import { startTurn } from "../drills/commands";
import { entryWords } from "../entry-text";
import { loadRun } from "../lock/queries";
import { pinSource } from "../pin/commands";
import { type Pin, pinRunbook } from "../pin/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import { tell, writing } from "../record/commands";
import { placesOfRun, procedureOf } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import type { StartedRun, StartRun } from "../schema";
import { startOf } from "../start-run";
import { usualTimes } from "../usual/queries";
import { type SourceIncident, valuesAtStart } from "../variables/sources";
import type { KeptValues } from "../variables/values";

/**
 * Starts a procedure, on an incident or alone as a drill: pins the runbook's text, commit and plan, and makes a row per step.
 * The same id twice is one run.
 * @throws `not_found` for the incident, the runbook or the procedure; `incident_closed`; `id_reused`; what `startTurn` throws
 */
export async function startRun(ctx: Ctx, input: StartRun): Promise<StartedRun> {
  authorize(runPolicy, "start", ctx.actor, undefined);
  const id = input.id ?? v7();
  const pin = await pinRunbook(input.runbook);
  const state = startOf(pin.plan, input.procedure);
  const repeated = await writing(ctx, input.id, async (tx) => {
    const incident = input.key ? await lockIncident(tx, input.key) : null;
    const existing = await tx.run.findUnique({ where: { id }, select: { incidentId: true, procedure: true } });
    if (existing) return isSame(existing, incident?.id ?? null, state.plan.taken[0], input);
    if (incident?.status === "closed") throw new AppError("incident_closed", { closedAt: incident.closedAt });
    await createRun(tx, ctx, { id, incident, drill: isDrill(incident), pin, state });
    if (input.turn) await startTurn(tx, input.turn, { id, runbook: pin.runbook, procedure: input.procedure });
    return false;
  });
  return { ...(await viewOf(ctx, await loadRun(ctx.db, id))), repeated };
}

function isSame(
  run: { incidentId: string | null; procedure: string },
  incidentId: string | null,
  procedure: string | undefined,
  input: StartRun,
) {
  if (run.incidentId === incidentId && run.procedure === procedure) return true;
  throw new AppError("id_reused", { id: input.id });
}

type OnIncident = { id: string } & NonNullable<SourceIncident>;

const isDrill = (incident: { kind: string } | null) => incident === null || incident.kind === "drill";

export type NewRun = {
  id: string;
  incident: OnIncident | null;
  drill: boolean;
  pin: Pin;
  state: RunState;
  /** The run and its question that led here, out of another runbook. */
  continues?: { id: string; stepId: string; title: string };
  /** Values that somebody filled in before, for placeholders of the same name. */
  variables?: KeptValues;
};

/** Writes a run that begins: its pinned text, rows, event, timeline entry and notice, in the caller's transaction. */
export async function createRun(tx: Tx, ctx: Ctx, made: NewRun): Promise<void> {
  const { id, incident, drill, pin, state, continues, variables = {} } = made;
  const at = ctx.now();
  const { runbook, blob, commit, criticality } = pin;
  const [procedure = ""] = state.plan.taken;
  const { title, within } = procedureOf(state.plan, procedure) ?? { title: procedure, within: null };
  await pinSource(tx, { blob, path: pin.path, text: pin.text });
  const rows = rowsById(state);
  const run = await tx.run.create({
    data: {
      id,
      incidentId: incident?.id ?? null,
      drill,
      runbook,
      procedure,
      title,
      commit,
      blob,
      criticality,
      plan: { ...state.plan, usual: await usualTimes(tx, runbook) } as unknown as Prisma.InputJsonValue,
      within,
      variables: { ...valuesAtStart(state.plan.variables, incident, runbook), ...variables },
      continuesId: continues?.id,
      continuesStepId: continues?.stepId,
      startedAt: at,
      startedById: ctx.actor.id,
      startedBy: ctx.actor.name,
      steps: {
        create: placesOfRun(state.plan).map(({ step, phase }, position) => ({
          stepId: step.id,
          position,
          phase,
          title: step.title,
          state: rows.get(step.id)?.state,
          version: rows.get(step.id)?.version,
        })),
      },
    },
  });
  const eventId = v7();
  const data = { event: "run-started", runbook, procedure, title, commit, blob, continues: continues ?? null };
  const started = entryWords(ctx.locale).started({ title, runbook, procedure, commit });
  const body = continues ? `${started}\n\n${continuationWords(ctx.locale).from(continues)}` : started;
  await tx.runEvent.create({
    data: {
      id: eventId,
      runId: id,
      seq: 1,
      event: "begin",
      at,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      data,
    },
  });
  await tell(tx, ctx, run, eventId, { event: "begin", data, entries: [{ kind: "step", body, data }] });
  await setClocks(tx, run, null, state);
  await notify(tx, `run:${id}`, 1);
  if (incident) await notify(tx, "incidents", incident.number);
}
