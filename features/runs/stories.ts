import type { EntryKind } from "@/features/incidents/timeline/schema";
import type { Locale } from "@/lib/context";
import type { StepAction } from "./action-rules";
import { secondsBetween, secondsOver } from "./budget";
import { displaced, isHandChange, type Somebody } from "./claims/claim";
import { extraSeconds, stepClock } from "./clocks/clocks";
import { entryWords } from "./entry-text";
import { isCheckedAttempt, placesOfRun } from "./run-plan";
import { type RunState, rowsById } from "./run-state";
import { stageOf } from "./stage";

type Told = { kind: EntryKind; body: string; data: Record<string, unknown> };
type Named = { title: string };

const endKinds = { recovered: "verification", completed: "step", escalated: "escalation", abandoned: "step" } as const;

/** What the timeline says of an action on a step and of what followed from it, in order. */
export function tellStep(
  locale: Locale,
  run: Named,
  before: RunState,
  after: RunState,
  action: StepAction,
): { entries: Told[]; data: Record<string, unknown> } {
  const place = placesOfRun(after.plan).find(({ step }) => step.id === action.stepId);
  const row = rowsById(after).get(action.stepId);
  if (!place || !row) return { entries: [], data: {} };
  const { event } = action;
  const attempt = isCheckedAttempt(place);
  const finished = event === "complete" || event === "fail";
  // What nobody started was done in passing: there was no clock on it.
  const startedAt = rowsById(before).get(action.stepId)?.startedAt;
  const spent = finished && startedAt ? secondsBetween(startedAt, action.at) : null;
  const from = displaced(rowsById(before).get(action.stepId), action.by);
  const to = event === "hand_over" ? (action.to ?? null) : null;
  const hands = isHandChange(event)
    ? { from: from ?? somebody(action.by), to: to ?? somebody(action.by) }
    : from && { inPlaceOf: from };
  const given = startedAt ? extraSeconds(before.plan, stepClock(action.stepId), startedAt) : 0;
  const within = place.step.within === null ? null : place.step.within + given;
  const data = {
    action: event,
    title: place.step.title,
    attempt,
    ...(event === "choose" ? { option: action.option } : {}),
    ...hands,
    ...(spent === null ? {} : { spent, within, over: secondsOver(spent, within) }),
  };
  const body = entryWords(locale).step({
    event,
    title: place.step.title,
    attempt,
    option: action.option ?? null,
    displaced: from,
    to,
    by: action.by,
    note: action.note ?? null,
    evidence: action.evidence ?? null,
    spent,
    within,
  });
  const kind = event === "choose" ? "decision" : attempt && finished ? "verification" : "step";
  const first: Told = { kind, body, data: { event: "step", ...data } };
  return { entries: [first, ...tellTurn(locale, run, before, after)], data };
}

const somebody = ({ id, name }: Somebody): Somebody => ({ id, name });

/** What the timeline says when a run ends, or comes to the point of escalating. */
export function tellTurn(locale: Locale, run: Named, before: RunState, after: RunState, reason?: string): Told[] {
  const words = entryWords(locale);
  const stage = stageOf(after.plan, rowsById(after));
  if (after.status !== "active" && before.status === "active") {
    const continueAt = stage.at === "end" ? stage.continueAt : null;
    const text = continueAt ? words.continues(continueAt) : (reason ?? null);
    const body = words.ended(run, after.status, text);
    return [{ kind: endKinds[after.status], body, data: { event: "run-ended", outcome: after.status, continueAt } }];
  }
  const was = stageOf(before.plan, rowsById(before)).at;
  if (stage.at === "escalation" && was !== "escalation") {
    return [{ kind: "escalation", body: words.escalate(run), data: { event: "run-escalate" } }];
  }
  return [];
}
