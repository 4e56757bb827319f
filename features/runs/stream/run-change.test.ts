import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, decision, did, phase, procedure, runOf, step } from "@/test/run-plans";
import { waitingFor } from "../readiness";
import { routeOf } from "../route";
import { placesOfRun } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import type { RunView } from "../schema";
import { applyChange, runChange } from "./run-change";

/** As much of a run's view as differences are made of. */
const view = (state: RunState, version: number): RunView => {
  const rows = rowsById(state);
  const waits = new Map(
    placesOfRun(state.plan).map((place) => [
      place.step.id,
      waitingFor(state.plan, rows, routeOf(state.plan, rows), place),
    ]),
  );
  const steps = state.steps.map(({ stepId, ...row }, position) => {
    return { id: stepId, title: stepId, position, ...row, waitingFor: waits.get(stepId) };
  });
  const now = new Date(at.getTime() + version * 1_000).toISOString();
  return { id: "r", contacts: [], status: state.status, version, now, steps } as unknown as RunView;
};
const plain = (ids: string[]) =>
  phase(
    "steps",
    ids.map((id) => step(id)),
  );
const begun = runOf(
  procedure("p", plain(["a", "b", "c"]), phase("steps", [decision("q", { go: "other", stay: null })])),
  procedure("other", plain(["x", "y"])),
);
const states = [
  begun,
  did(begun, "start a"),
  did(begun, "start a", "complete a"),
  did(begun, "start a", "complete a", "skip b why"),
  did(begun, "start a", "complete a", "skip b why", "complete c", "choose q go"),
  did(begun, "start a", "complete a", "skip b why", "complete c", "choose q go", "reopen q again"),
];
const views = states.map((state, index) => view(state, index + 1));
const state = (index: number) => views[index] as RunView;

describe("a change", () => {
  test("is small: the fields that differ, and the steps that do", () => {
    const change = runChange(state(0), state(1));
    expect(change).toMatchObject({ from: 1, run: { version: 2 }, gone: [] });
    expect(change?.steps.find(({ ids }) => ids.includes("a"))).toMatchObject({ ids: ["a"], set: { state: "active" } });
    expect(Object.keys(change?.steps[0]?.set ?? {})).not.toContain("title");
    expect(Object.keys(change?.run ?? {})).not.toContain("contacts");
  });

  test("holds steps that nobody touched, where what they wait for is another now: once for all of them", () => {
    const waits = runChange(state(1), state(2))?.steps.slice(1);
    expect(waits).toEqual([
      { ids: ["b"], set: { waitingFor: null } },
      { ids: ["c"], set: { waitingFor: "b" } },
    ]);
  });

  test("is none when only the clock went on", () => {
    expect(runChange(state(0), { ...state(0), now: "2026-01-15T04:00:00.000Z" })).toBeNull();
  });

  test("of steps that left the run takes them away", () => {
    const fewer = { ...state(0), version: 2, steps: state(0).steps.slice(1) };
    const change = runChange(state(0), fewer);
    expect(change?.gone).toEqual(["a"]);
    expect(change && applyChange(state(0), change)).toEqual({ ...fewer, now: change?.run.now });
  });

  test("that does not start from what is held says so; an older one changes nothing", () => {
    const change = runChange(state(2), state(3));
    expect(change && applyChange(state(1), change)).toBeNull();
    expect(change && applyChange(state(4), change)).toBe(state(4));
    // An answer to an own action came first: what lies between is not known to be in the change.
    const wide = runChange(state(1), state(4));
    expect(wide && applyChange(state(2), wide)).toBeNull();
  });

  test("after change gives what the server holds, whichever states are left out and whichever answers come between", () => {
    const path = fc.array(fc.record({ skip: fc.nat(2), answer: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(path, (moves) => {
        let held = state(0);
        let sent = state(0);
        for (const { skip, answer } of moves) {
          const next = views[Math.min(views.length - 1, views.indexOf(sent) + 1 + skip)] as RunView;
          const between = views[views.indexOf(sent) + 1];
          if (answer && between && between.version > held.version) held = between;
          const change = runChange(sent, next);
          sent = next;
          if (change) held = applyChange(held, change) ?? next;
          expect({ ...held, now: "" }).toEqual({ ...next, now: "" });
        }
      }),
    );
  });
});
