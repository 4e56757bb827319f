import { keyOf } from "@/features/incidents/key";
import type { IncidentStatus } from "@/features/incidents/schema";
import type { Suggestion } from "@/features/runbooks/suggestions/schema";
import type { Severity } from "@/lib/severity";
import { confirmationOf } from "./action-rules";
import type { StepApproval } from "./approvals/request";
import { clockViews } from "./clocks/clock-view";
import { escalationOf, extraSeconds, secondsAfter, stepClock } from "./clocks/clocks";
import type { EvidenceView } from "./evidence/schema";
import { focusOf } from "./focus";
import { possibleEvents } from "./machine";
import { waitingFor } from "./readiness";
import { type Route, routeOf } from "./route";
import { isCheckedAttempt, type Place, placesOfRun, procedureOf, type RunPlan } from "./run-plan";
import { type RunState, rowsById } from "./run-state";
import type { RunSummary, RunView, StepView } from "./schema";
import type { StepRow } from "./step-row";
import { keptValues, valuesOf, variableStates } from "./variables/values";

/** A run's own row with its incident. */
export type RunRecord = {
  id: string;
  incident: {
    number: number;
    title: string;
    status: IncidentStatus;
    severity: Severity;
    mitigatedAt: Date | null;
  } | null;
  drill: boolean;
  runbook: string;
  procedure: string;
  title: string;
  commit: string | null;
  blob: string;
  variables: unknown;
  status: RunState["status"];
  within: number | null;
  startedAt: Date;
  startedById: string | null;
  startedBy: string;
  endedAt: Date | null;
  version: number;
};

/** Characters of pasted output that a run shows; each step has its own whole. */
export const evidencePreview = 2_000;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** A run as lists show it. */
export function runSummary(run: RunRecord, states: { state: StepRow["state"] }[]): RunSummary {
  const taken = states.filter(({ state }) => state !== "not_taken");
  const { incident } = run;
  return {
    id: run.id,
    status: run.status,
    runbook: run.runbook,
    procedure: run.procedure,
    title: run.title,
    incident: incident && {
      key: keyOf(incident.number),
      title: incident.title,
      status: incident.status,
      severity: incident.severity,
      mitigatedAt: iso(incident.mitigatedAt),
    },
    drill: run.drill,
    startedAt: run.startedAt.toISOString(),
    startedBy: { id: run.startedById, name: run.startedBy },
    endedAt: iso(run.endedAt),
    progress: {
      done: taken.filter(({ state }) => state !== "pending" && state !== "active").length,
      total: taken.length,
    },
  };
}

export type ViewExtras = {
  lastStepId: string | null;
  now: Date;
  runbookNow: RunView["runbookNow"];
  approvals: StepApproval[];
  suggestions?: Suggestion[];
  evidence?: EvidenceView[];
  /** The runs before and after this one. */
  chain: Pick<RunView, "continues" | "continuation" | "continuationProblem">;
};

/** A run with all that its page shows. */
export function runView(
  run: RunRecord,
  state: RunState,
  { lastStepId, now, runbookNow, approvals, suggestions = [], evidence = [], chain }: ViewExtras,
): RunView {
  const { plan } = state;
  const rows = rowsById(state);
  const route = routeOf(plan, rows);
  const procedure = procedureOf(plan, route.procedure);
  const escalation = escalationOf(state);
  const after = escalation?.after ? escalation.after + extraSeconds(plan, "escalation", run.startedAt) : null;
  const dueAt = after === null ? null : secondsAfter(run.startedAt, after);
  const values = variableStates(plan.variables, keptValues(run.variables));
  return {
    ...runSummary(run, state.steps),
    commit: run.commit,
    blob: run.blob,
    within: run.within,
    usual: run.within === null ? (plan.usual?.[run.procedure] ?? null) : null,
    clocks: clockViews(run, state),
    version: run.version,
    variables: valuesOf(values),
    values,
    declared: plan.variables.map((variable) => ({ ...variable, pattern: variable.pattern ?? null })),
    severity: procedure?.severity ?? null,
    contacts: plan.contacts,
    procedures: plan.taken.map((id) => ({ id, title: procedureOf(plan, id)?.title ?? id })),
    focus: focusOf(state, lastStepId),
    escalation: { exists: escalation !== null, dueAt: iso(dueAt) },
    continueAt: route.leadsTo,
    ...chain,
    runbookChanged: runbookNow.state !== "same",
    runbookNow,
    evidence,
    now: now.toISOString(),
    approvals,
    suggestions,
    steps: placesOfRun(plan).flatMap((place, position) => {
      const row = rows.get(place.step.id);
      return row ? [stepView(plan, rows, route, place, row, position, evidencePreview)] : [];
    }),
  };
}

/** @param evidenceLimit characters of the pasted output to show */
export function stepView(
  plan: RunPlan,
  rows: ReadonlyMap<string, StepRow>,
  route: Route,
  place: Place,
  row: StepRow,
  position: number,
  evidenceLimit: number,
): StepView {
  const { step } = place;
  return {
    id: step.id,
    title: step.title,
    phase: place.phase,
    state: row.state,
    version: row.version,
    type: step.type,
    procedure: place.procedure,
    position,
    kind: step.kind,
    within: step.within,
    limit: step.within === null ? null : step.within + extraSeconds(plan, stepClock(step.id), row.startedAt),
    usual: step.within === null ? (plan.usual?.[step.id] ?? null) : null,
    evidenceRequired: step.evidence === "required",
    irreversible: step.irreversible,
    target: step.target,
    confirm: step.irreversible ? confirmationOf(step) : null,
    options: step.options,
    expects: step.expects,
    commands: step.commands,
    attempt: isCheckedAttempt(place),
    claimedBy: row.claimedBy === null ? null : { id: row.claimedById, name: row.claimedBy },
    claimedAt: iso(row.claimedAt),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
    option: row.option,
    note: row.note,
    evidence: row.evidence?.slice(0, evidenceLimit) ?? null,
    evidenceLength: row.evidence?.length ?? 0,
    possible: possibleEvents(step.type, row.state),
    waitingFor: waitingFor(plan, rows, route, place),
    blob: row.blob,
    dropped: plan.dropped?.[step.id] !== undefined,
  };
}
