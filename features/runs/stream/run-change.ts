import type { RunChange, RunView, StepView } from "../schema";

/**
 * What has to be sent to whoever holds `from` so that they hold `to`. Steps that nobody touched differ too: in a sequence, one
 * that is finished changes what all the later ones wait for. That is said once for all of them.
 * @returns null when nothing but the clock differs
 */
export function runChange(from: RunView, to: RunView): RunChange | null {
  const { steps: before, now: _, ...was } = from;
  const { steps: after, now, ...is } = to;
  const run = difference(was, is);
  const steps = stepChanges(before, after);
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (Object.keys(run).length === 0 && steps.length === 0 && gone.length === 0) return null;
  return { from: from.version, run: { ...run, version: to.version, now }, steps, gone };
}

/**
 * The run that somebody holds, after a change. They may hold a newer one than the change starts from, since the answers to their
 * own actions bring the whole run.
 * @returns null when the change does not fit: something in between is missing, and the whole run has to be read
 */
export function applyChange(held: RunView, { from, run, steps, gone }: RunChange): RunView | null {
  if (held.version > run.version) return held;
  if (held.version !== from && held.version !== run.version) return null;
  const all = new Map(held.steps.map((step) => [step.id, step]));
  for (const id of gone) all.delete(id);
  for (const { ids, set } of steps) {
    for (const id of ids) all.set(id, { ...all.get(id), ...set, id } as StepView);
  }
  return { ...held, ...run, steps: [...all.values()].sort((a, b) => a.position - b.position) };
}

function stepChanges(before: StepView[], after: StepView[]): RunChange["steps"] {
  const held = new Map(before.map((step) => [step.id, step]));
  const groups = new Map<string, RunChange["steps"][number]>();
  for (const step of after) {
    const was = held.get(step.id);
    if (was === step) continue;
    const set: Partial<StepView> = was ? difference(was, step) : step;
    const said = JSON.stringify(set);
    if (said === "{}") continue;
    const group = groups.get(said) ?? { ids: [], set };
    group.ids.push(step.id);
    groups.set(said, group);
  }
  return [...groups.values()];
}

function difference<T extends object>(was: T, is: T): Partial<T> {
  const fields = Object.entries(is).filter(([name, value]) => !same(was[name as keyof T], value));
  return Object.fromEntries(fields) as Partial<T>;
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
