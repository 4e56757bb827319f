import { describe, expect, test } from "vitest";
import { at, phase, procedure, runOf, step } from "@/test/run-plans";
import type { StepAction } from "./action-rules";
import { act } from "./engine";

const by = { id: null, name: "Ana" };
const doing = (event: StepAction["event"], more: Partial<StepAction> = {}): StepAction => ({
  stepId: "a",
  event,
  by,
  at,
  ...more,
});
const code = (expected: string, details = {}) =>
  expect.objectContaining({ code: expected, details: expect.objectContaining(details) });

describe("an irreversible step", () => {
  const run = () =>
    runOf(
      procedure(
        "p",
        phase("remediation", [step("a", { irreversible: true, target: "postgres-prod", kind: "change" })]),
      ),
    );

  test.each(["start", "complete"] as const)("wants its target typed back to %s", (event) => {
    expect(() => act(run(), doing(event))).toThrow(code("confirmation_required", { target: "postgres-prod" }));
    expect(() => act(run(), doing(event, { confirm: "postgres" }))).toThrow(code("confirmation_required"));
    expect(act(run(), doing(event, { confirm: " postgres-prod " })).steps[0]?.version).toBe(2);
  });

  test("confirmed on starting is not asked again", () => {
    const started = act(run(), doing("start", { confirm: "postgres-prod" }));
    expect(act(started, doing("complete")).status).toBe("completed");
  });

  test("can be left alone without confirming", () => {
    expect(act(run(), doing("skip", { note: "too early" })).steps[0]?.state).toBe("skipped");
  });
});

describe("a step that wants evidence", () => {
  const run = () => runOf(procedure("p", phase("steps", [step("a", { evidence: "required" })])));

  test("is held until there is some", () => {
    expect(() => act(run(), doing("complete"))).toThrow(code("evidence_required"));
    expect(() => act(run(), doing("complete", { evidence: "  " }))).toThrow(code("evidence_required"));
    expect(act(run(), doing("complete", { evidence: "200 OK" })).steps[0]).toMatchObject({
      state: "done",
      evidence: "200 OK",
    });
  });

  test("or takes a stated reason", () => {
    expect(act(run(), doing("complete", { note: "no screen at hand" })).steps[0]?.state).toBe("done");
  });
});

test("skipping wants a reason", () => {
  const run = runOf(procedure("p", phase("steps", [step("a"), step("b")])));
  expect(() => act(run, doing("skip", { note: " " }))).toThrow(code("reason_required"));
});

test("an impossible action names what is possible", () => {
  const run = runOf(procedure("p", phase("steps", [step("a"), step("b")])));
  expect(() => act(run, doing("choose", { option: "x" }))).toThrow(
    code("invalid_transition", { from: "pending", possible: ["start", "complete", "fail", "skip"] }),
  );
});

test("who does it and when is kept; the clock starts with the start", () => {
  const run = runOf(procedure("p", phase("steps", [step("a"), step("b")])));
  const started = act(run, doing("start"));
  const later = new Date(at.getTime() + 90_000);
  expect(act(started, doing("complete", { at: later, by: { id: null, name: "Luis" } })).steps[0]).toMatchObject({
    claimedBy: "Luis",
    startedAt: at,
    endedAt: later,
  });
});
