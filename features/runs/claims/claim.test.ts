import { describe, expect, test } from "vitest";
import { at, phase, procedure, runOf, step } from "@/test/run-plans";
import type { StepAction } from "../action-rules";
import { act } from "../engine";
import type { RunState } from "../run-state";

const ana = { id: "a", name: "Ana" };
const luis = { id: "l", name: "Luis" };
const ci = { id: null, name: "ci" };
const later = new Date(at.getTime() + 60_000);

const run = (more: Parameters<typeof step>[1] = {}) =>
  runOf(procedure("p", phase("steps", [step("a", more), step("b")])));
const doing = (state: RunState, event: StepAction["event"], more: Partial<StepAction> = {}) =>
  act(state, { stepId: "a", event, by: ana, at: later, ...more });
const started = (more: Parameters<typeof step>[1] = {}) => doing(run(more), "start", { at, confirm: "db" });
const first = (state: RunState) => state.steps[0];

describe("a step in hand", () => {
  test("belongs to whoever started it, since then", () => {
    expect(first(started())).toMatchObject({ state: "active", claimedById: "a", claimedBy: "Ana", claimedAt: at });
  });

  test("goes to the person it is handed to, with its clock running on and the message for them", () => {
    const handed = doing(started(), "hand_over", { to: luis, note: "mira el disco" });
    expect(first(handed)).toMatchObject({
      state: "active",
      version: 3,
      claimedBy: "Luis",
      claimedAt: later,
      startedAt: at,
      note: "mira el disco",
    });
  });

  test("is taken over with a reason only", () => {
    const take = { by: luis };
    expect(() => doing(started(), "take_over", take)).toThrow(expect.objectContaining({ code: "reason_required" }));
    expect(first(doing(started(), "take_over", { ...take, note: "Ana no contesta" }))).toMatchObject({
      claimedBy: "Luis",
      claimedAt: later,
      startedAt: at,
    });
  });

  test("is passed on by a third person with a reason only", () => {
    const pass = { by: ci, to: luis };
    expect(() => doing(started(), "hand_over", pass)).toThrow(expect.objectContaining({ code: "reason_required" }));
    expect(first(doing(started(), "hand_over", { ...pass, note: "fin de turno" }))?.claimedBy).toBe("Luis");
  });

  test.each([
    ["hand_over", { to: ana }],
    ["take_over", { note: "why" }],
  ] as const)("does not change hands by %s to whoever has it", (event, more) => {
    expect(() => doing(started(), event, more)).toThrow(expect.objectContaining({ code: "already_on_step" }));
  });

  test("that is let go belongs to nobody", () => {
    expect(first(doing(started(), "reopen", { note: "comida" }))).toMatchObject({
      state: "pending",
      claimedBy: null,
      claimedAt: null,
    });
  });

  test("keeps since when its owner was on it when they finish; whoever finishes it for them was on it from then", () => {
    expect(first(doing(started(), "complete"))).toMatchObject({ claimedBy: "Ana", claimedAt: at, endedAt: later });
    expect(first(doing(started(), "complete", { by: luis }))).toMatchObject({ claimedBy: "Luis", claimedAt: later });
  });

  test("that cannot be undone is confirmed again by whoever takes it over, not by whoever hands it on", () => {
    const dangerous = started({ irreversible: true, target: "db" });
    const take = { by: luis, note: "why" };
    expect(() => doing(dangerous, "take_over", take)).toThrow(
      expect.objectContaining({ code: "confirmation_required" }),
    );
    expect(first(doing(dangerous, "take_over", { ...take, confirm: "db" }))?.claimedBy).toBe("Luis");
    expect(first(doing(dangerous, "hand_over", { to: luis }))?.claimedBy).toBe("Luis");
  });
});

test.each(["pending", "done"])("a step that is %s cannot change hands", (state) => {
  const before = state === "done" ? doing(run(), "complete") : run();
  expect(() => doing(before, "hand_over", { to: luis })).toThrow(
    expect.objectContaining({ code: "invalid_transition" }),
  );
});
