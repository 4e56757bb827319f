import type { PlanProcedure } from "@/features/runbooks/plan";
import { isOpen } from "../machine";
import { type Place, placesOf } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import type { StepRow } from "../step-row";
import type { Offered, TextOf } from "./offered";
import { risingRun } from "./rising-run";

export type ChangeKind = "changed" | "added" | "removed" | "moved";

/** How a step ahead differs from the runbook in force. */
export type Change = {
  stepId: string;
  kind: ChangeKind;
  procedure: string;
  title: string;
  /** It stands elsewhere now as well. */
  moved: boolean;
  /** Markdown that the run holds and Markdown in force; null where there is none. */
  before: string | null;
  after: string | null;
  /** Version of its row; null while the run has none. */
  version: number | null;
  /** Somebody is on it, so it stays as it is until they hand it back. */
  held: boolean;
};

/**
 * What changed ahead of a run, in the order of the text in force, then what is gone. Steps done, failed, skipped or not taken
 * are history and never part of it.
 */
export function changesAhead(run: RunState, offered: Offered, textOf: TextOf): Change[] {
  return run.plan.taken.flatMap((id) => {
    const fresh = offered.procedures.find((procedure) => procedure.id === id);
    return fresh ? changesIn(run, fresh, offered, textOf) : [];
  });
}

/** Procedures of the run that the runbook in force no longer has. */
export const proceduresGone = (run: RunState, offered: Offered): string[] =>
  run.plan.taken.filter((id) => !offered.procedures.some((procedure) => procedure.id === id));

function changesIn(run: RunState, fresh: PlanProcedure, offered: Offered, textOf: TextOf): Change[] {
  const rows = rowsById(run);
  const held = placesOf(run.plan, fresh.id).filter(({ step }) => !run.plan.dropped?.[step.id]);
  const now = placesOfProcedure(fresh);
  const order = new Map(now.map(({ step }, index) => [step.id, index]));
  const settled = risingRun(held.flatMap(({ step }) => order.get(step.id) ?? []));
  const found: Change[] = [];
  for (const place of now) {
    const { step } = place;
    const row = rows.get(step.id);
    const old = held.find((one) => one.step.id === step.id);
    const change = { stepId: step.id, procedure: fresh.id, title: step.title, version: row?.version ?? null };
    const after = offered.texts.get(step.id) ?? "";
    if (!old) {
      // A step that an answer leads past, or that stands in another procedure of this run, is not new.
      const back = row?.state === "not_taken" && run.plan.dropped?.[step.id];
      if (!row || back) found.push({ ...change, kind: "added", moved: false, before: null, after, held: false });
      continue;
    }
    if (!row || !isOpen(row.state)) continue;
    const before = textOf(step.id, row.blob) ?? "";
    const moved = old.phase !== place.phase || !settled.has(order.get(step.id) ?? -1);
    const rewritten =
      row.blob !== offered.blob && (before !== after || before === "") && differs(before, after, old, place);
    if (!rewritten && !moved) continue;
    found.push({ ...change, kind: rewritten ? "changed" : "moved", moved, before, after, held: isHeld(row) });
  }
  const gone = held.filter(({ step }) => !order.has(step.id) && isOpen(rows.get(step.id)?.state ?? "done"));
  return [...found, ...gone.map((place) => removed(place, rows.get(place.step.id), fresh.id, textOf))];
}

function removed({ step }: Place, row: StepRow | undefined, procedure: string, textOf: TextOf): Change {
  const before = textOf(step.id, row?.blob ?? null) ?? "";
  const base = { stepId: step.id, procedure, title: step.title, moved: false, before, after: null };
  return { ...base, kind: "removed", version: row?.version ?? null, held: row !== undefined && isHeld(row) };
}

const isHeld = (row: StepRow) => row.state === "active";

/** Where one of the texts cannot be read any more, what the plan holds of the step decides. */
const differs = (before: string, after: string, old: Place, now: Place): boolean =>
  before !== "" && after !== "" ? before !== after : JSON.stringify(old.step) !== JSON.stringify(now.step);

const placesOfProcedure = (procedure: PlanProcedure): Place[] =>
  placesOf({ taken: [], procedures: [procedure], variables: [], contacts: [] }, procedure.id);

/** The changes that can be adopted: what nobody is working on. */
export const adoptable = (changes: Change[]): Change[] => changes.filter(({ held }) => !held);
