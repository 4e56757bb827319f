import { describe, expect, test } from "vitest";
import { at, attempt, did, phase, procedure, runOf, step } from "@/test/run-plans";
import type { RunState } from "../run-state";
import { clocksOf, type RunClock, secondsAfter, withMore } from "./clocks";

const run = { title: "API no responde", startedAt: at, within: 600 };
const start = () =>
  runOf(
    procedure(
      "p",
      phase("diagnosis", [step("logs", { within: 60 }), step("look")]),
      phase("remediation", [attempt("restart")]),
      { ...phase("escalation", []), after: 300 },
    ),
  );
const keys = (state: RunState) => clocksOf(run, state).map(({ key }) => key);
const stepClockOf = (state: RunState) => clocksOf(run, state).find(({ kind }) => kind === "step") as RunClock;

describe("the clocks of a run", () => {
  test("run for the procedure, until the escalation, and for the limited steps under way", () => {
    expect(keys(start())).toEqual(["procedure", "escalation"]);
    expect(keys(did(start(), "start logs"))).toEqual(["step:logs", "procedure", "escalation"]);
    expect(keys(did(start(), "start logs", "complete logs", "start look"))).toEqual(["procedure", "escalation"]);
  });

  test("end with the run, and the one until the escalation with coming there", () => {
    expect(keys(did(start(), "complete logs", "complete look", "fail restart"))).toEqual(["procedure"]);
    expect(keys(did(start(), "complete restart"))).toEqual([]);
  });

  test("count from their beginning", () => {
    expect(clocksOf(run, did(start(), "start logs"))).toMatchObject([
      { limit: 60, dueAt: secondsAfter(at, 60), title: "Step logs" },
      { limit: 600, dueAt: secondsAfter(at, 600) },
      { limit: 300, dueAt: secondsAfter(at, 300) },
    ]);
  });
});

describe("more time", () => {
  test.each([
    ["before the limit adds to it", 10, 60 + 300],
    ["at the limit adds to it", 60, 60 + 300],
    ["after the limit counts from now", 100, 100 + 300],
  ])("%s", (_, seconds, limit) => {
    const state = did(start(), "start logs");
    const more = withMore(state, stepClockOf(state), 300, secondsAfter(at, seconds));
    expect(stepClockOf(more)).toMatchObject({ limit, dueAt: secondsAfter(at, limit) });
  });

  test("given twice adds up, and leaves the other clocks alone", () => {
    const state = did(start(), "start logs");
    const once = withMore(state, stepClockOf(state), 300, at);
    const twice = withMore(once, stepClockOf(once), 60, at);
    expect(clocksOf(run, twice).map(({ limit }) => limit)).toEqual([420, 600, 300]);
  });

  test("is gone when the step is started again at another time", () => {
    const state = did(start(), "start logs");
    const more = withMore(state, stepClockOf(state), 300, at);
    const later = secondsAfter(at, 30);
    const steps = more.steps.map((row) => (row.stepId === "logs" ? { ...row, startedAt: later } : row));
    expect(stepClockOf({ ...more, steps })).toMatchObject({ limit: 60, dueAt: secondsAfter(later, 60) });
  });
});
