import { describe, expect, test } from "vitest";
import { attempt, decision, did, phase, procedure, runOf, step, told } from "@/test/run-plans";
import { endRun } from "./engine";
import { focusOf } from "./focus";

const attempts = (...ids: string[]) => phase("remediation", ids.map(attempt));
const diagnosis = (...ids: string[]) =>
  phase(
    "diagnosis",
    ids.map((id) => step(id)),
  );
const escalationText = phase("escalation", []);

describe("attempts", () => {
  const run = () => runOf(procedure("p", diagnosis("look"), attempts("a", "b", "c"), escalationText));

  test("stop at the first whose check passes", () => {
    const after = did(run(), "complete look", "fail a", "complete b");
    expect(after.status).toBe("recovered");
    expect(told(after)).toBe("look:done a:failed b:done c:not_taken");
  });

  test("that all fail lead to the escalation, which a person ends", () => {
    const after = did(run(), "complete look", "fail a", "fail b", "fail c");
    expect(after.status).toBe("active");
    expect(focusOf(after, "c")).toEqual({ stage: "escalation", procedure: "p", stepId: null });
    expect(endRun(after, "escalated").status).toBe("escalated");
  });

  test("that all fail with nobody to call wait for a person's word", () => {
    const after = did(runOf(procedure("p", attempts("a"))), "fail a");
    expect(focusOf(after, "a")).toMatchObject({ stage: "closing", stepId: null });
  });

  test("without a check go on to the next, and the run is completed after the last", () => {
    const migration = runOf(procedure("p", phase("remediation", [step("copy"), step("restore"), step("switch")])));
    expect(did(migration, "complete copy", "complete restore").status).toBe("active");
    expect(did(migration, "complete copy", "complete restore", "complete switch").status).toBe("completed");
  });

  test("may be gone to before the diagnosis is over; what was left of it was not taken", () => {
    const after = did(run(), "complete a");
    expect(told(after)).toBe("look:not_taken a:done b:not_taken c:not_taken");
  });

  test("come in order", () => {
    expect(() => did(run(), "start b")).toThrow(expect.objectContaining({ code: "step_not_ready" }));
    expect(did(run(), "skip a not this one", "start b").steps[2]?.state).toBe("active");
  });

  test("are followed by the verification before the run ends", () => {
    const verified = runOf(procedure("p", attempts("a", "b"), phase("verification", [step("v")])));
    const passed = did(verified, "complete a");
    expect(passed.status).toBe("active");
    expect(told(passed)).toBe("a:done b:not_taken v:pending");
    expect(did(passed, "complete v").status).toBe("recovered");
    const refuted = did(passed, "fail v");
    expect(told(refuted)).toBe("a:done b:pending v:failed");
    expect(told(did(refuted, "complete b"))).toBe("a:done b:done v:pending");
  });
});

describe("an escalation with steps", () => {
  const run = () => runOf(procedure("p", attempts("a"), phase("escalation", [step("save-logs"), step("call")])));

  test("ends the run as escalated with the last of them", () => {
    const after = did(run(), "fail a");
    expect(focusOf(after, "a")).toMatchObject({ stage: "escalation", stepId: "save-logs" });
    expect(did(after, "complete save-logs", "complete call").status).toBe("escalated");
  });

  test("is not taken when the service recovers", () => {
    expect(told(did(run(), "complete a"))).toBe("a:done save-logs:not_taken call:not_taken");
  });

  test("can begin while an attempt is still going on", () => {
    expect(did(run(), "start a", "complete save-logs").status).toBe("active");
  });
});

describe("a decision", () => {
  const tree = () =>
    runOf(
      procedure(
        "p",
        phase("diagnosis", [
          step("tree"),
          decision("one-user", { yes: "credentials", no: "secret" }),
          step("credentials"),
          step("secret"),
          step("auth-me"),
        ]),
        phase("remediation", [step("confirm")]),
      ),
    );

  test("leaves the other branch out and goes on where they meet again", () => {
    expect(told(did(tree(), "complete tree", "choose one-user yes"))).toBe(
      "tree:done one-user:done credentials:pending secret:not_taken auth-me:pending confirm:pending",
    );
    expect(told(did(tree(), "complete tree", "choose one-user no"))).toBe(
      "tree:done one-user:done credentials:not_taken secret:pending auth-me:pending confirm:pending",
    );
  });

  test("takes the plain look right before it along", () => {
    expect(told(did(tree(), "choose one-user yes"))).toContain("tree:done one-user:done");
  });

  test("taken back restores what it had left out, and keeps what was done", () => {
    const after = did(tree(), "choose one-user yes", "complete credentials", "reopen one-user wrong user");
    expect(told(after)).toContain("one-user:pending credentials:done secret:pending");
    expect(focusOf(after, "one-user").stepId).toBe("one-user");
    expect(told(did(after, "choose one-user no"))).toContain("credentials:done secret:pending");
  });

  test("skipped takes every branch", () => {
    expect(told(did(tree(), "complete tree", "skip one-user unclear"))).toContain("credentials:pending secret:pending");
  });

  test("over branches of several steps leaves out the whole of an earlier branch, and a later one's phase", () => {
    const slow = () =>
      runOf(
        procedure(
          "p",
          phase("diagnosis", [decision("which", { database: "query", redis: "cache" })]),
          phase("remediation", [step("query"), step("index")]),
          phase("remediation", [step("cache"), step("memory"), step("policy")]),
        ),
      );
    expect(told(did(slow(), "choose which redis"))).toBe(
      "which:done query:not_taken index:not_taken cache:pending memory:pending policy:pending",
    );
    expect(told(did(slow(), "choose which database"))).toBe(
      "which:done query:pending index:pending cache:not_taken memory:not_taken policy:not_taken",
    );
  });

  test("says the outcome outright", () => {
    const outright = () =>
      runOf(
        procedure(
          "p",
          phase("diagnosis", [decision("up", { yes: "!recovered", no: "!escalate" })]),
          attempts("a"),
          phase("escalation", [step("call")]),
        ),
      );
    expect(did(outright(), "choose up yes").status).toBe("recovered");
    const escalated = did(outright(), "choose up no");
    expect(told(escalated)).toBe("up:done a:not_taken call:pending");
    expect(focusOf(escalated, "up")).toMatchObject({ stage: "escalation", stepId: "call" });
  });

  test("that leads to another procedure goes on there", () => {
    const two = runOf(
      procedure("p", phase("diagnosis", [decision("kind", { memory: "q" })]), attempts("a")),
      procedure("q", attempts("b")),
    );
    const after = did(two, "choose kind memory");
    expect(told(after)).toBe("kind:done a:not_taken b:pending");
    expect(did(after, "complete b").status).toBe("recovered");
    expect(told(did(after, "reopen kind no"))).toBe("kind:pending a:pending b:not_taken");
  });

  test("that leads to another runbook ends the run", () => {
    const out = runOf(
      procedure("p", phase("diagnosis", [decision("kind", { memory: "api/memory#leak" })]), attempts("a")),
    );
    const after = did(out, "choose kind memory");
    expect([after.status, told(after)]).toEqual(["completed", "kind:done a:not_taken"]);
  });

  test("that leads back asks again each time", () => {
    const loop = runOf(
      procedure("p", phase("steps", [step("wait"), decision("ready", { no: "wait", yes: null }), step("go")])),
    );
    const again = did(loop, "complete wait", "choose ready no");
    expect(told(again)).toBe("wait:pending ready:pending go:pending");
    expect(did(again, "complete wait", "choose ready yes", "complete go").status).toBe("completed");
  });

  test("that leads round through another procedure does not run in circles", () => {
    const around = runOf(
      procedure("p", phase("steps", [step("a"), decision("d", { on: "q" })])),
      procedure("q", phase("steps", [step("b"), decision("e", { back: "p" })])),
    );
    const back = did(around, "complete a", "choose d on", "complete b", "choose e back");
    expect(told(back)).toBe("a:pending d:pending b:done e:done");
    expect(told(did(back, "complete a", "choose d on"))).toBe("a:done d:done b:pending e:pending");
  });

  test("knows its options", () => {
    expect(() => did(tree(), "complete tree", "choose one-user maybe")).toThrow(
      expect.objectContaining({ code: "unknown_option", details: { option: "maybe", options: ["yes", "no"] } }),
    );
  });
});

describe("going back", () => {
  const run = () => runOf(procedure("p", diagnosis("look"), attempts("a", "b")));

  test("wants a reason", () => {
    expect(() => did(run(), "complete look", "reopen look")).toThrow(
      expect.objectContaining({ code: "reason_required" }),
    );
  });

  test("from the check that ended the run starts the run again", () => {
    const after = did(run(), "complete a", "reopen a it came back");
    expect([after.status, told(after)]).toEqual(["active", "look:pending a:pending b:pending"]);
  });

  test("to a step that would leave the run ended says so", () => {
    expect(() => did(run(), "complete look", "complete a", "reopen look why not")).toThrow(
      expect.objectContaining({ code: "invalid_transition" }),
    );
  });

  test("to a step that was not taken takes it after all, and it counts", () => {
    const jumped = runOf(
      procedure("p", phase("diagnosis", [decision("d", { far: "b" })]), attempts("a", "b"), escalationText),
    );
    const after = did(jumped, "choose d far", "fail b", "reopen a try it too");
    expect(told(after)).toBe("d:done a:active b:failed");
    expect(focusOf(after, "a")).toMatchObject({ stage: "work", stepId: "a" });
    expect(did(after, "complete a").status).toBe("recovered");
  });
});

test("an ended run takes no more steps", () => {
  expect(() => did(runOf(procedure("p", attempts("a", "b"))), "complete a", "complete b")).toThrow(
    expect.objectContaining({ code: "run_ended" }),
  );
});
