import { v7 } from "uuid";
import { lockIncident } from "@/features/incidents/lock/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { setClocks } from "../clocks/commands";
import { startTurn } from "../drills/commands";
import { entryWords } from "../entry-text";
import { loadRun } from "../lock/queries";
import { pinSource } from "../pin/commands";
import { type Pin, pinRunbook } from "../pin/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import { tell, writing } from "../record/commands";
import { placesOfRun, procedureOf } from "../run-plan";
import type { RunState } from "../run-state";
import type { StartedRun, StartRun } from "../schema";
import { startOf } from "../start-run";
import { usualTimes } from "../usual/queries";
import { type SourceIncident, valuesAtStart } from "../variables/sources";

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
    if (existing) return isSame(existing, incident?.id ?? null, input);
    if (incident?.status === "closed") throw new AppError("incident_closed", { closedAt: incident.closedAt });
    await pinSource(tx, { blob: pin.blob, path: pin.path, text: pin.text });
    await create(tx, ctx, id, incident, pin, state, input.procedure);
    if (input.turn) await startTurn(tx, input.turn, { id, runbook: pin.runbook, procedure: input.procedure });
    return false;
  });
  return { ...(await viewOf(ctx, await loadRun(ctx.db, id))), repeated };
}

function isSame(run: { incidentId: string | null; procedure: string }, incidentId: string | null, input: StartRun) {
  if (run.incidentId === incidentId && run.procedure === input.procedure) return true;
  throw new AppError("id_reused", { id: input.id });
}

type OnIncident = ({ id: string; kind: string } & NonNullable<SourceIncident>) | null;

async function create(
  tx: Tx,
  ctx: Ctx,
  id: string,
  incident: OnIncident,
  pin: Pin,
  state: RunState,
  procedure: string,
) {
  const at = ctx.now();
  const { runbook, blob, commit, criticality } = pin;
  const { title, within } = procedureOf(state.plan, procedure) ?? { title: procedure, within: null };
  const run = await tx.run.create({
    data: {
      id,
      incidentId: incident?.id ?? null,
      drill: incident === null || incident.kind === "drill",
      runbook,
      procedure,
      title,
      commit,
      blob,
      criticality,
      plan: { ...state.plan, usual: await usualTimes(tx, runbook) } as unknown as Prisma.InputJsonValue,
      within,
      variables: valuesAtStart(state.plan.variables, incident, runbook),
      startedAt: at,
      startedById: ctx.actor.id,
      startedBy: ctx.actor.name,
      steps: {
        create: placesOfRun(state.plan).map(({ step, phase }, position) => ({
          stepId: step.id,
          position,
          phase,
          title: step.title,
        })),
      },
    },
  });
  const eventId = v7();
  const data = { event: "run-started", runbook, procedure, title, commit, blob };
  const body = entryWords(ctx.locale).started({ title, runbook, procedure, commit });
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
