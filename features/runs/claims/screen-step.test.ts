import { describe, expect, test } from "vitest";
import type { RunView, StepView } from "../schema";
import { handsChanged } from "./hands-changed";
import { offeredTo, somebodyElse } from "./offered";
import { screenStep } from "./screen-step";

const ana = { id: "a", name: "Ana" };
const luis = { id: "l", name: "Luis" };
type Some = Partial<Pick<StepView, "state" | "claimedBy" | "claimedAt" | "waitingFor" | "possible">>;

const step = (id: string, position: number, more: Some = {}): StepView =>
  ({
    id,
    title: id,
    position,
    phase: "steps",
    state: "pending",
    waitingFor: null,
    claimedBy: null,
    ...more,
  }) as StepView;
const run = (focus: string | null, steps: StepView[], version = 1) =>
  ({ version, status: "active", focus: { stage: "work", procedure: "p", stepId: focus }, steps }) as unknown as RunView;
const on = (who: typeof ana, since = "1"): Some => ({ state: "active", claimedBy: who, claimedAt: since });
const reader = { id: ana.id, able: true, chosen: null, here: null };
const shown = (view: RunView, more: Partial<typeof reader> | { chosen: string } | { here: string } = {}) =>
  screenStep(view, { ...reader, ...more })?.id;

describe("the step on somebody's screen", () => {
  test("is not changed by what others do while it is open", () => {
    const view = run("b", [step("a", 0), step("b", 1, on(luis))]);
    expect(shown(view, { here: "a" })).toBe("a");
  });

  test("goes on with the run once it is finished", () => {
    expect(shown(run("b", [step("a", 0, { state: "done" }), step("b", 1)]), { here: "a" })).toBe("b");
  });

  test("is the latest of their own before that of others", () => {
    const view = run("c", [step("a", 0, on(ana, "1")), step("b", 1, on(ana, "2")), step("c", 2, on(luis))]);
    expect(shown(view)).toBe("b");
  });

  test("is a free one where somebody else is on the one in focus, if there is any", () => {
    const taken = step("b", 1, on(luis));
    expect(shown(run("b", [taken, step("c", 2)]))).toBe("c");
    expect(shown(run("b", [step("a", 0), taken, step("c", 2, { waitingFor: "b" })]))).toBe("a");
    expect(shown(run("b", [taken, step("c", 2, { waitingFor: "b" })]))).toBe("b");
  });

  test("is the one that they chose, whatever happens", () => {
    expect(shown(run("b", [step("a", 0, { state: "done" }), step("b", 1)]), { chosen: "a", here: "b" })).toBe("a");
  });

  test("follows the run for somebody who only watches", () => {
    const view = run("b", [step("a", 0), step("b", 1, on(luis))]);
    expect(screenStep(view, { ...reader, able: false, here: "a" })?.id).toBe("b");
  });
});

test("a step that somebody else is on offers taking it over, and one's own everything but that", () => {
  const active = step("a", 0, { ...on(luis), possible: ["complete", "fail", "reopen", "hand_over", "take_over"] });
  expect(somebodyElse(active, ana)).toEqual(luis);
  expect(offeredTo(active, ana).possible).toEqual(["take_over"]);
  expect(offeredTo(active, luis).possible).toEqual(["complete", "fail", "reopen", "hand_over"]);
});

test("a reader learns of a step that was given to them or taken from them, and of no other", () => {
  const [hers, his, free] = [step("a", 0, on(ana)), step("a", 0, on(luis)), step("a", 0)];
  const change = (before: StepView, after: StepView, me: typeof ana) =>
    handsChanged(run(null, [before]), run(null, [after], 2), me);
  expect(change(hers, his, luis)).toMatchObject({ stepId: "a", given: true, name: "Ana" });
  expect(change(hers, his, ana)).toMatchObject({ stepId: "a", given: false, name: "Luis" });
  expect(change(hers, his, { id: "x", name: "Eva" })).toBeNull();
  expect(change(free, hers, ana)).toBeNull();
});
