import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "@/lib/errors/app-error";
import { anyRun } from "@/test/any-run";
import { at } from "@/test/run-plans";
import type { StepAction } from "../action-rules";
import { act } from "../engine";
import { stepEvents } from "../machine";
import { type RunState, rowsById } from "../run-state";
import { isHandChange, isOn } from "./claim";

const actors = ["Ana", "Luis", "Eva"].map((name) => ({ id: name.toLowerCase(), name }));
const anyDoing = fc.record({
  actor: fc.nat(actors.length - 1),
  to: fc.nat(actors.length - 1),
  pick: fc.nat(30),
  event: fc.constantFrom(...stepEvents, "start", "hand_over", "take_over"),
  note: fc.constantFrom("why", "why", ""),
  option: fc.constantFrom("yes", "no"),
  /** How many changes ago this actor last looked at the run. */
  late: fc.nat(3),
});
type Doing = typeof anyDoing extends fc.Arbitrary<infer T> ? T : never;

type Step = { before: RunState; after: RunState; action: StepAction };

/** What several people do to one run, each by what they saw last; what is stale or refused leaves no trace. */
function interleaving(start: RunState, doings: Doing[]) {
  const seen = [start];
  const accepted: Step[] = [];
  for (const [index, doing] of doings.entries()) {
    const before = seen.at(-1) ?? start;
    const saw = seen[Math.max(0, seen.length - 1 - doing.late)] ?? start;
    const stepId = saw.steps[doing.pick % saw.steps.length]?.stepId ?? "";
    const stale = rowsById(saw).get(stepId)?.version !== rowsById(before).get(stepId)?.version;
    if (stale) continue;
    const [by, to] = [actors[doing.actor], actors[doing.to]];
    if (!by || !to) continue;
    const { event, note, option } = doing;
    const action: StepAction = { stepId, event, note, option, by, to, at: new Date(at.getTime() + index * 1_000) };
    try {
      const after = act(before, action);
      accepted.push({ before, after, action });
      seen.push(after);
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return accepted;
}

const always = (check: (steps: Step[]) => void) =>
  fc.assert(
    fc.property(anyRun, fc.array(anyDoing, { maxLength: 40 }), (start, doings) => check(interleaving(start, doings))),
    { numRuns: 400 },
  );

describe("whatever several people do to one run", () => {
  test("each action that is taken raises its step's version once more than any before it", () => {
    always((steps) => {
      const highest = new Map<string, number>();
      for (const { after, action } of steps) {
        const version = rowsById(after).get(action.stepId)?.version ?? 0;
        expect(version).toBeGreaterThan(highest.get(action.stepId) ?? 1);
        highest.set(action.stepId, version);
      }
    });
  });

  test("somebody is on every step that is being worked on, since it was started or changed hands", () => {
    always((steps) => {
      for (const row of steps.at(-1)?.after.steps ?? []) {
        if (row.state === "active") {
          expect(row.claimedBy).not.toBeNull();
          expect(Number(row.claimedAt)).toBeGreaterThanOrEqual(Number(row.startedAt));
        }
        if (row.state === "pending" || row.state === "not_taken")
          expect([row.claimedBy, row.claimedAt]).toEqual([null, null]);
      }
    });
  });

  test("changing hands changes who is on the step, and nothing else of the run", () => {
    always((steps) => {
      for (const { before, after, action } of steps.filter(({ action }) => isHandChange(action.event))) {
        const [was, is] = [rowsById(before).get(action.stepId), rowsById(after).get(action.stepId)];
        if (!was || !is) throw new Error("the step left the run");
        const who = action.event === "hand_over" ? action.to : action.by;
        expect(who && isOn(is, who)).toBe(true);
        const { claimedById, claimedBy, claimedAt, note } = is;
        expect(is).toEqual({ ...was, claimedById, claimedBy, claimedAt, note, version: was.version + 1 });
        expect(after.steps.filter((row) => row.stepId !== action.stepId)).toEqual(
          before.steps.filter((row) => row.stepId !== action.stepId),
        );
        expect(after.status).toBe(before.status);
      }
    });
  });

  test("nobody loses a step without a word: it was handed over by them, or taken with a reason", () => {
    always((steps) => {
      for (const { before, after, action } of steps) {
        const [was, is] = [rowsById(before).get(action.stepId), rowsById(after).get(action.stepId)];
        if (was?.state !== "active" || is?.state !== "active" || isOn(was, action.by)) continue;
        expect(action.note).toBe("why");
      }
    });
  });
});
