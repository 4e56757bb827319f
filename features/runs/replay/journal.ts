import type { RunStatus } from "../machine";
import { placesOfRun, type RunPlan } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import { freshRow, type StepRow, untouched } from "../step-row";

/** What an event made of one step: the columns that it changed, with their new values; instants as ISO texts. */
export type StepMove = {
  stepId: string;
  /** Null for a row that the event made. */
  from: string | null;
  to: string;
  set: Record<string, unknown>;
};

/** The part of an event that says what became of the run. */
export type Journal = {
  moves?: StepMove[];
  status?: RunStatus;
  /** Procedures entered so far, where the event entered one. */
  taken?: string[];
  /** The plan before and after, where the event changed it. */
  plan?: { before: RunPlan; after: RunPlan };
};

const columns = [...(Object.keys(untouched) as (keyof typeof untouched)[]), "state", "version", "blob"] as const;
type Column = (typeof columns)[number];
const instants = new Set<string>(["startedAt", "endedAt", "claimedAt"]);

/** The columns of a row that events decide on. */
export const columnsOf = (row: StepRow): Pick<StepRow, Column> =>
  Object.fromEntries(columns.map((name) => [name, row[name]])) as Pick<StepRow, Column>;

/** What an event changed, row by row. */
export function movesBetween(before: RunState, after: RunState): StepMove[] {
  const was = rowsById(before);
  return after.steps.flatMap((row): StepMove[] => {
    const old = was.get(row.stepId);
    if (old?.version === row.version) return [];
    const base = old ?? freshRow(row.stepId);
    const changed = columns.filter((name) => stored(row[name]) !== stored(base[name]));
    const set = Object.fromEntries(changed.map((name) => [name, stored(row[name])]));
    return [{ stepId: row.stepId, from: old?.state ?? null, to: row.state, set }];
  });
}

const stored = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** What an event changed of the plan. */
export function planChange(before: RunState, after: RunState): Pick<Journal, "taken" | "plan"> {
  if (before.plan === after.plan) return {};
  const same = (["procedures", "variables", "dropped", "sources", "versions"] as const).every(
    (part) => before.plan[part] === after.plan[part],
  );
  return same ? { taken: after.plan.taken } : { plan: { before: before.plan, after: after.plan } };
}

/**
 * Rebuilds a run from the plan that it pinned and its events alone. The rules of the engine are not run again: a later version
 * of them must not rewrite what was.
 * @param run the plan as it is now and the procedure that was started; journals in the order of the events
 */
export function replay(run: { plan: RunPlan; procedure: string }, journals: Journal[]): RunState {
  const first = journals.find(({ plan }) => plan)?.plan?.before ?? run.plan;
  let plan: RunPlan = { ...first, taken: [run.procedure] };
  let status: RunStatus = "active";
  let rows = new Map(placesOfRun(plan).map(({ step }): [string, StepRow] => [step.id, freshRow(step.id)]));
  for (const journal of journals) {
    if (journal.taken) plan = { ...plan, taken: journal.taken };
    if (journal.plan) plan = journal.plan.after;
    for (const { stepId, set } of journal.moves ?? []) {
      rows.set(stepId, { ...(rows.get(stepId) ?? freshRow(stepId)), ...revived(set) });
    }
    status = journal.status ?? status;
  }
  const order = placesOfRun(plan).map(({ step }) => step.id);
  rows = new Map(order.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as StepRow]] : [])));
  return { status, plan, steps: [...rows.values()] };
}

const revived = (set: Record<string, unknown>): Partial<StepRow> =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name,
      instants.has(name) && typeof value === "string" ? new Date(value) : value,
    ]),
  );
