import { v7 } from "uuid";
import { recordEntry } from "@/features/incidents/timeline/record/commands";
import type { EntryKind } from "@/features/incidents/timeline/schema";
import type { Ctx } from "@/lib/context";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { spendApprovals } from "../approvals/spend/commands";
import { setClocks } from "../clocks/commands";
import { entryWords } from "../entry-text";
import type { LoadedRun } from "../lock/queries";
import { movesBetween, planChange } from "../replay/journal";
import type { RunState } from "../run-state";
import { writeRows } from "./rows/commands";

/** What a run's timeline says of an event. */
export type Told = {
  kind: EntryKind;
  body: string;
  data: Record<string, unknown>;
  /** Default: now. */
  happenedAt?: Date;
};

export type RunHappening = {
  /** Id of the event, and of its first timeline entry. */
  id?: string;
  event: string;
  stepId?: string;
  /** Kept with the event; never a secret. */
  data: Record<string, unknown>;
  /** Timeline entries, for a run on an incident. */
  entries: Told[];
  /** When it was done. Default: now. */
  happenedAt?: Date;
};

/**
 * Writes what an event made of a locked run: its rows, the event, the entries on the incident's timeline and the notice, in the
 * caller's transaction. All of it or nothing.
 */
export async function recordRunEvent(
  tx: Tx,
  ctx: Ctx,
  run: LoadedRun,
  after: RunState,
  happening: RunHappening,
): Promise<void> {
  const { record, state: before } = run;
  const at = ctx.now();
  const id = happening.id ?? v7();
  const { event, stepId } = happening;
  await writeRows(tx, run, after);
  const moves = movesBetween(before, after);
  await spendApprovals(tx, record.id, moves, at);
  const plan = planChange(before, after);
  const { version } = await tx.run.update({
    where: { id: record.id },
    data: {
      status: after.status,
      version: { increment: 1 },
      ...(after.status === before.status
        ? {}
        : { endedAt: after.status === "active" ? null : (happening.happenedAt ?? at) }),
      ...(after.plan === before.plan ? {} : { plan: after.plan as unknown as Prisma.InputJsonValue }),
    },
    select: { version: true },
  });
  await tx.runEvent.create({
    data: {
      id,
      runId: record.id,
      seq: version,
      stepId,
      event,
      at,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      data: { ...happening.data, moves, status: after.status, ...plan } as Prisma.InputJsonValue,
    },
  });
  await tell(tx, ctx, record, id, happening);
  await setClocks(tx, record, before, after);
  await notify(tx, `run:${record.id}`, version);
}

/** Puts the entries of an event on the timeline of the run's incident, if it has one. */
export async function tell(
  tx: Tx,
  ctx: Ctx,
  run: { id: string; incidentId: string | null; drill: boolean },
  id: string,
  { entries, stepId, happenedAt }: RunHappening,
): Promise<void> {
  if (run.incidentId === null) return;
  for (const [index, told] of entries.entries()) {
    const marked = run.drill ? asDrill(ctx.locale, told) : told;
    const entry = { happenedAt, ...marked, id: index === 0 ? id : v7(), runId: run.id, stepId };
    await recordEntry(tx, ctx, run.incidentId, entry);
  }
}

/** A drill says so in the data of each entry, and in the text of those that stand for the whole run. */
const asDrill = (locale: Ctx["locale"], told: Told): Told => ({
  ...told,
  body: String(told.data.event).startsWith("run-") ? entryWords(locale).ofDrill(told.body) : told.body,
  data: { ...told.data, drill: true },
});

/**
 * Whether an event of that id is already on this run.
 * @throws `id_reused` when the id names another run's event
 */
export async function isRepeated(tx: Tx, runId: string, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const event = await tx.runEvent.findUnique({ where: { id }, select: { runId: true } });
  if (event && event.runId !== runId) throw new AppError("id_reused", { id });
  return event !== null;
}

/**
 * A transaction whose ids come from clients. Two requests with one id at the same moment: the second meets the first's row and
 * looks again.
 * @throws `id_reused` when the id belongs to something else
 */
export async function writing<T>(ctx: Ctx, id: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transaction(ctx.db, work);
  } catch (error) {
    if (id === undefined || !isUniqueViolation(error)) throw error;
  }
  try {
    return await transaction(ctx.db, work);
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError("id_reused", { id }, { cause: error }) : error;
  }
}
