import { confirmationOf, type StepAction } from "@/features/runs/action-rules";
import { act } from "@/features/runs/engine";
import { focusOf } from "@/features/runs/focus";
import type { RunStatus } from "@/features/runs/machine";
import { isCheckedAttempt, type Place, placesOfRun, type RunPlan } from "@/features/runs/run-plan";
import { type RunState, rowsById } from "@/features/runs/run-state";
import { stageOf } from "@/features/runs/stage";
import { startOf } from "@/features/runs/start-run";

/** What is done to a step on the way to an end; the fields that the step wants are filled. */
export type EndAction = Pick<StepAction, "stepId" | "event" | "option" | "evidence" | "confirm">;

export type RunEnd = {
  /** Made of what tells this end from the others; a file name. */
  name: string;
  /** What was answered and what the attempts and checks said, as far as the path asked: `step: result`. */
  facts: string[];
  actions: EndAction[];
  /** How the run ends by itself; null where a person has to say it: somebody else takes over. */
  status: Exclude<RunStatus, "active"> | null;
};

const someone = { by: { id: null, name: "Ana" }, at: new Date(0) };

/**
 * The possible ends of a procedure, found by walking it with the engine along its own focus: every option of every question,
 * every step passed or failed. Two walks that differ in nothing that the engine looks at are one: of the steps of a phase that
 * neither ask nor check it only matters whether any was done and any failed, and a loop ends where it began. Two ends with the
 * same answers, the same attempts and the same outcome are one, and the walk with the fewest failures stands for it. Skipping
 * and abandoning are possible anywhere and say nothing of the procedure, so they are not walked.
 */
export function endsOf(plan: Omit<RunPlan, "taken">, procedure: string): RunEnd[] {
  const seen = new Set<string>();
  const ends = new Map<string, RunEnd>();
  const walk = (run: RunState, actions: EndAction[]): void => {
    const place = focused(run, actions);
    if (place === null) {
      const end = endAt(run, actions);
      if (!ends.has(end.name)) ends.set(end.name, end);
      return;
    }
    const key = `${place.step.id} ${abstracted(run)}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const action of possible(place)) walk(act(run, { ...someone, ...action }), [...actions, action]);
  };
  walk(startOf(plan, procedure), []);
  return [...ends.values()];
}

function focused(run: RunState, actions: EndAction[]): Place | null {
  const { stepId } = focusOf(run, actions.at(-1)?.stepId ?? null);
  return placesOfRun(run.plan).find(({ step }) => step.id === stepId) ?? null;
}

function possible({ step }: Place): EndAction[] {
  const on = { stepId: step.id };
  if (step.type === "decision") return step.options.map(({ label }) => ({ ...on, event: "choose", option: label }));
  const confirm = step.irreversible ? { confirm: confirmationOf(step) } : {};
  const evidence = step.evidence === "required" ? { evidence: `${step.id}: ok` } : {};
  return [
    { ...on, ...confirm, ...evidence, event: "complete" },
    { ...on, ...confirm, event: "fail" },
  ];
}

const tells = (place: Place) => place.step.type === "decision" || isCheckedAttempt(place);

/** All that the engine can still ask of a run, without versions, times and people. */
function abstracted(run: RunState): string {
  const rows = rowsById(run);
  return placesOfRun(run.plan)
    .map((place) => {
      const row = rows.get(place.step.id);
      const home = `${place.procedure}/${place.phaseIndex}`;
      if (row?.state === "done" || row?.state === "failed") {
        if (!tells(place) && place.phase !== "verification") return `${home} ${row.state}`;
      }
      return `${home} ${place.step.id} ${row?.state} ${row?.option ?? ""}`;
    })
    .sort()
    .filter((line, index, all) => line !== all[index - 1])
    .join("\n");
}

const words = { done: "passes", failed: "fails" } as const;

function endAt(run: RunState, actions: EndAction[]): RunEnd {
  const rows = rowsById(run);
  const places = placesOfRun(run.plan);
  const resultOf = ({ step }: Place) => {
    const row = rows.get(step.id);
    if (step.type === "decision") return row?.state === "done" ? row.option : null;
    return row?.state === "done" || row?.state === "failed" ? words[row.state] : null;
  };
  const told = places.filter((place) => resultOf(place) !== null);
  const failed = (place: Place) => resultOf(place) === words.failed;
  const facts = told
    .filter((place) => tells(place) || place.phase === "verification" || failed(place))
    .map((place) => `${place.step.id}: ${resultOf(place)}`);
  const stage = stageOf(run.plan, rows);
  const outcome = run.status === "active" ? stage.at : run.status;
  const naming = told
    .filter(tells)
    .map((place) => (place.step.type === "decision" ? `${resultOf(place)}` : `${place.step.id} ${resultOf(place)}`));
  const leadsTo = stage.at === "end" && stage.continueAt ? [stage.continueAt] : [];
  return {
    name: [...naming, ...leadsTo, outcome].map(slug).join("."),
    facts,
    actions,
    status: run.status === "active" ? null : run.status,
  };
}

const slug = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
