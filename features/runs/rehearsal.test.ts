import { expect, test } from "vitest";
import { attempt, decision, phase, step } from "@/test/run-plans";
import { type RehearsedAction, rehearse } from "./rehearsal";

const at = new Date("2026-01-15T03:00:00Z");
const later = new Date("2026-01-15T03:05:00Z");

const planOf = (
  steps = [step("ver"), decision("que", { sí: "reiniciar", no: "!escalate" }), attempt("reiniciar")],
) => ({
  procedures: [{ id: "p", title: "P", severity: null, alerts: [], within: 600, phases: [phase("diagnosis", steps)] }],
  variables: [],
  contacts: [],
});

const walk = (actions: Omit<RehearsedAction, "at">[], plan = planOf()) =>
  rehearse({ plan, procedure: "p", startedAt: at, now: later, actions: actions.map((one) => ({ ...one, at: later })) });

test("a rehearsal begins where a run begins, with its clock", () => {
  const run = walk([]);
  expect(run?.focus.stepId).toBe("ver");
  expect(run?.within).toBe(600);
  expect(run?.startedAt).toBe(at.toISOString());
});

test("it takes the branch that is answered", () => {
  const run = walk([
    { stepId: "ver", event: "complete" },
    { stepId: "que", event: "choose", option: "sí" },
  ]);
  expect(run?.steps.map(({ id, state }) => [id, state])).toEqual([
    ["ver", "done"],
    ["que", "done"],
    ["reiniciar", "pending"],
  ]);
  expect(run?.focus.stepId).toBe("reiniciar");
});

test("what asks for words, evidence or a target goes on without them", () => {
  const plan = planOf([step("borrar", { irreversible: true, target: "db-1", evidence: "required" }), step("fin")]);
  expect(walk([{ stepId: "borrar", event: "complete" }], plan)?.steps[0]?.state).toBe("done");
  expect(walk([{ stepId: "borrar", event: "skip" }], plan)?.steps[0]?.state).toBe("skipped");
});

test("when the text loses a step, the rest of the walk stays", () => {
  const plan = planOf([step("ver"), step("fin")]);
  const run = walk(
    [
      { stepId: "ver", event: "complete" },
      { stepId: "que", event: "choose", option: "sí" },
    ],
    plan,
  );
  expect(run?.focus.stepId).toBe("fin");
  expect(rehearse({ plan, procedure: "otro", startedAt: at, now: at, actions: [] })).toBeNull();
});
