import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "@/lib/errors/app-error";
import { anyRun } from "@/test/any-run";
import { at } from "@/test/run-plans";
import { act, endRun } from "./engine";
import { focusOf } from "./focus";
import { isOpen, stepEvents } from "./machine";
import { routeOf } from "./route";
import { placesOfRun } from "./run-plan";
import { type RunState, rowsById } from "./run-state";
import { stageOf } from "./stage";

const anyAction = fc.record({
  pick: fc.nat(30),
  event: fc.constantFrom(...stepEvents, "complete", "choose"),
  note: fc.constantFrom("why", "why", ""),
  option: fc.constantFrom("yes", "no", "maybe"),
});

/** Every state that a random run passes through, refused actions left out. */
function* history(
  start: RunState,
  actions: { pick: number; event: (typeof stepEvents)[number]; note: string; option: string }[],
) {
  let run = start;
  yield { before: run, run };
  for (const { pick, ...rest } of actions) {
    const stepId = run.steps[pick % run.steps.length]?.stepId ?? "";
    const before = run;
    try {
      run = act(run, { ...rest, stepId, by: { id: null, name: "Ana" }, at });
    } catch (error) {
      if (!isAppError(error)) throw error;
      continue;
    }
    yield { before, run };
  }
}

const always = (check: (run: RunState, before: RunState) => void) =>
  fc.assert(
    fc.property(anyRun, fc.array(anyAction, { maxLength: 40 }), (start, actions) => {
      for (const { run, before } of history(start, actions)) check(run, before);
    }),
    { numRuns: 400 },
  );

describe("whatever is done to a run", () => {
  test("an ended run has no open step, and an active one has not ended", () => {
    always((run) => {
      const open = run.steps.filter(({ state }) => isOpen(state));
      if (run.status !== "active") expect(open).toEqual([]);
      else if (run.steps.some(({ version }) => version > 1))
        expect(stageOf(run.plan, rowsById(run)).at).not.toBe("end");
    });
  });

  test("there is one row per step of the procedures taken, in order, and each step once", () => {
    always((run) => {
      const ids = run.steps.map(({ stepId }) => stepId);
      expect(ids).toEqual(placesOfRun(run.plan).map((place) => place.step.id));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("not taken is what the answers lead past, no more and no less", () => {
    always((run) => {
      if (run.status !== "active" || run.steps.every(({ version }) => version === 1)) return;
      const { off } = routeOf(run.plan, rowsById(run));
      for (const row of run.steps) {
        if (row.state === "not_taken") expect(off).toContain(row.stepId);
        if (row.state === "pending") expect(off).not.toContain(row.stepId);
      }
    });
  });

  test("while there is work, a step in focus can be worked on", () => {
    always((run) => {
      const { stage, stepId } = focusOf(run, null);
      if (stage !== "work") return;
      const row = run.steps.find((one) => one.stepId === stepId);
      expect(row && isOpen(row.state)).toBe(true);
      if (row?.state !== "pending" || !stepId) return;
      const by = { id: null, name: "Ana" };
      expect(rowsById(act(run, { stepId, event: "start", by, at })).get(stepId)?.state).toBe("active");
    });
  });

  test("every change raises the version, and no other version moves", () => {
    always((run, before) => {
      const was = rowsById(before);
      for (const row of run.steps) {
        const old = was.get(row.stepId);
        if (!old || run === before) continue;
        const { version, ...now } = row;
        const { version: oldVersion, ...then } = old;
        if (version === oldVersion) expect(now).toEqual(then);
        else expect(version).toBeGreaterThan(oldVersion);
      }
    });
  });

  test("times, owner and answer agree with the state", () => {
    always((run) => {
      const types = new Map(placesOfRun(run.plan).map((place) => [place.step.id, place.step.type]));
      for (const row of run.steps) {
        const finished = row.state === "done" || row.state === "failed" || row.state === "skipped";
        expect(row.endedAt !== null).toBe(finished);
        expect(row.startedAt !== null).toBe(finished || row.state === "active");
        if (row.state === "pending") expect(row.claimedBy).toBeNull();
        if (types.get(row.stepId) === "decision" && row.state === "done") expect(row.option).not.toBeNull();
      }
    });
  });

  test("it can be abandoned, which leaves nothing open", () => {
    always((run) => {
      if (run.status !== "active") return;
      const ended = endRun(run, "abandoned");
      expect(ended.steps.some(({ state }) => isOpen(state))).toBe(false);
    });
  });
});
