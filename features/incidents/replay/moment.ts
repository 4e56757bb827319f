import type { Severity } from "@/lib/severity";
import type { IncidentStatus, RoleName } from "../schema";
import type { Change } from "./schema";

/** A value with the number of the entry that told it. */
type Told<T> = { value: T; seq: number };

export type RunMoment = {
  title: string;
  status: Told<string>;
  steps: Record<string, { title: string | null; state: Told<string> }>;
};

/** How an incident stands at a moment, as far as the entries up to it tell. */
export type Moment = {
  status: Told<IncidentStatus> | null;
  severity: Told<Severity> | null;
  roles: Partial<Record<RoleName, Told<string | null>>>;
  runs: Record<string, RunMoment>;
  /** Items by `checklist item`. */
  checks: Record<string, { checklist: string; title: string; checked: Told<boolean> }>;
};

export const nothingYet: Moment = { status: null, severity: null, roles: {}, runs: {}, checks: {} };

/**
 * The moment after a change. What a later entry told is kept: somebody who writes afterwards when something really happened knows
 * better than what was written before.
 */
export function applyChange(moment: Moment, change: Change, seq: number): Moment {
  const newer = <T>(before: Told<T> | null | undefined, value: T): Told<T> =>
    before && before.seq > seq ? before : { value, seq };
  switch (change.of) {
    case "status":
      return { ...moment, status: newer(moment.status, change.to) };
    case "severity":
      return { ...moment, severity: newer(moment.severity, change.to) };
    case "role":
      return { ...moment, roles: { ...moment.roles, [change.role]: newer(moment.roles[change.role], change.person) } };
    case "check": {
      const id = `${change.checklist} ${change.itemId}`;
      const checked = newer(moment.checks[id]?.checked, change.checked);
      const { checklist, title } = change;
      return { ...moment, checks: { ...moment.checks, [id]: { checklist, title, checked } } };
    }
    case "run":
    case "step":
      return {
        ...moment,
        runs: { ...moment.runs, [change.runId]: changedRun(moment.runs[change.runId], change, newer) },
      };
  }
}

const unknownRun: RunMoment = { title: "", status: { value: "active", seq: 0 }, steps: {} };

function changedRun(
  before: RunMoment = unknownRun,
  change: Extract<Change, { of: "run" | "step" }>,
  newer: <T>(before: Told<T> | undefined, value: T) => Told<T>,
): RunMoment {
  if (change.of === "run") {
    return { ...before, title: change.title ?? before.title, status: newer(before.status, change.status) };
  }
  const step = before.steps[change.stepId];
  const next = { title: change.title ?? step?.title ?? null, state: newer(step?.state, change.state) };
  return { ...before, steps: { ...before.steps, [change.stepId]: next } };
}
