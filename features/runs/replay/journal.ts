import type { RunStatus } from "../machine";
import { placesOfRun, type RunPlan } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import { startOf } from "../start-run";
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
  /** Parts of the plan that the event changed; null where there was or is none. */
  plan?: Record<string, { before: unknown; after: unknown }>;
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
export function planChange(before: RunState, after: RunState): Pick<Journal, "plan"> {
  const was: Parts = { ...before.plan };
  const is: Parts = { ...after.plan };
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
  if (names.length === 0) return {};
  return {
    plan: Object.fromEntries(names.map((name) => [name, { before: was[name] ?? null, after: is[name] ?? null }])),
  };
}

type Parts = Record<string, unknown>;

function withParts(plan: RunPlan, { plan: change = {} }: Journal, side: "before" | "after"): RunPlan {
  const parts: Parts = { ...plan };
  for (const [name, sides] of Object.entries(change)) {
    if (sides[side] === null) delete parts[name];
    else parts[name] = sides[side];
  }
  return parts as RunPlan;
}

/**
 * Rebuilds a run from the plan that it pinned and its events alone. The rules of the engine are not run again: a later version
 * of them must not rewrite what was.
 * @param now the plan as it is now: what events changed of it is taken back first
 * @param journals in the order of the events
 */
export function replay(now: RunPlan, journals: Journal[]): RunState {
  const first = journals.toReversed().reduce((plan, journal) => withParts(plan, journal, "before"), now);
  const begun = startOf(first, first.entry ?? first.taken[0] ?? "");
  let { plan, status } = begun;
  let rows = new Map(begun.steps.map((row): [string, StepRow] => [row.stepId, row]));
  for (const journal of journals) {
    plan = withParts(plan, journal, "after");
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
