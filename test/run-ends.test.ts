import { expect, test } from "vitest";
import type { PlanProcedure } from "@/features/runbooks/plan";
import { endsOf } from "./run-ends";
import { attempt, decision, phase, procedure, step } from "./run-plans";

const names = (...procedures: PlanProcedure[]) =>
  endsOf({ procedures, variables: [], contacts: [] }, procedures[0]?.id ?? "").map(({ name }) => name);

test("steps that neither ask nor check end a procedure in two ways: all done, or something failed", () => {
  const plain = procedure("p", phase("steps", [step("a"), step("b"), step("c")]));
  expect(names(plain)).toEqual(["completed", "closing"]);
});

test("each attempt that may pass is an end, and so is that none does", () => {
  const attempts = procedure("p", phase("remediation", [attempt("a"), attempt("b")]), phase("escalation", []));
  expect(names(attempts)).toEqual(["a-passes.recovered", "a-fails.b-passes.recovered", "a-fails.b-fails.escalation"]);
});

test("each option is an end even where it leads nowhere, and a branch that is left out cannot fail", () => {
  const asks = procedure(
    "p",
    phase("diagnosis", [decision("q", { yes: "a", no: "b", unknown: null })]),
    phase("remediation", [step("a")]),
    phase("remediation", [step("b")]),
  );
  expect(names(asks)).toEqual([
    "yes.completed",
    "yes.closing",
    "no.completed",
    "no.closing",
    "unknown.completed",
    "unknown.closing",
  ]);
});

test("a verification can refute the attempt that passed, and the next one is verified anew", () => {
  const verified = procedure(
    "p",
    phase("remediation", [attempt("a"), attempt("b")]),
    phase("verification", [step("check")]),
  );
  expect(names(verified)).toContain("a-passes.recovered");
  expect(names(verified)).toContain("a-passes.b-passes.recovered");
  expect(names(verified)).toContain("a-passes.b-fails.closing");
});

test("an answer that leads to another runbook ends there; a loop ends where it began", () => {
  const loop = procedure(
    "p",
    phase("steps", [step("a"), decision("q", { again: "a", elsewhere: "pagos/caida#otra", done: "!recovered" })]),
  );
  expect(names(loop)).toEqual(["elsewhere.pagos-caida-otra.completed", "done.recovered"]);
});

test("an end comes with what has to be said on the way", () => {
  const careful = procedure(
    "p",
    phase("steps", [step("wipe", { irreversible: true, target: "db-2", evidence: "required" })]),
  );
  const [end] = endsOf({ procedures: [careful], variables: [], contacts: [] }, "p");
  expect(end?.actions).toEqual([{ stepId: "wipe", event: "complete", confirm: "db-2", evidence: "wipe: ok" }]);
});
