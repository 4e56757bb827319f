import { describe, expect, test } from "vitest";
import type { PlanProcedure } from "@/features/runbooks/plan";
import { attempt, decision, did, phase, procedure, runOf, step, told } from "@/test/run-plans";
import { movesBetween, planChange, replay } from "../replay/journal";
import { placesOfRun } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import { adopt, together } from "./adoption";
import { changesAhead } from "./changes";
import type { Offered } from "./offered";
import { risingRun } from "./rising-run";

/** Texts are told apart by version; those named in `same` read alike in both. */
const texts = (procedures: PlanProcedure[], version: string, same: string[]) =>
  new Map(
    procedures.flatMap(({ phases }) =>
      phases.flatMap(({ steps }) => steps.map(({ id }) => [id, same.includes(id) ? id : `${id} ${version}`])),
    ) as [string, string][],
  );

function offer(run: RunState, same: string[], ...procedures: PlanProcedure[]) {
  const offered: Offered = {
    blob: "b2",
    commit: "c2",
    procedures,
    variables: [],
    texts: texts(procedures, "new", same),
  };
  const old = texts(run.plan.procedures, "old", same);
  const textOf = (id: string, blob: string | null) => (blob === "b2" ? offered.texts.get(id) : old.get(id)) ?? null;
  const ahead = (now: RunState) => changesAhead(now, offered, textOf);
  const take = (now: RunState, ...ids: string[]) => adopt(now, offered, together(ahead(now), new Set(ids), offered));
  return { ahead, take, kinds: (now: RunState) => ahead(now).map(({ kind, stepId }) => `${kind} ${stepId}`) };
}

const steps = (...ids: string[]) =>
  phase(
    "steps",
    ids.map((id) => step(id)),
  );

describe("what changed ahead", () => {
  test("is counted by open step: changed, added, moved, removed; what is done is history", () => {
    const run = did(runOf(procedure("p", steps("a", "b", "c", "d", "e"))), "complete a");
    const { kinds } = offer(run, ["c", "d", "e"], procedure("p", steps("a", "x", "d", "b", "c")));
    expect(kinds(run)).toEqual(["added x", "moved d", "changed b", "removed e"]);
  });

  test("leaves alone what somebody is on, and says so", () => {
    const run = did(runOf(procedure("p", steps("a", "b"))), "start a");
    const { ahead, take } = offer(run, ["b"], procedure("p", steps("a", "b")));
    expect(ahead(run)).toMatchObject([{ stepId: "a", kind: "changed", held: true }]);
    expect(take(run, "a")).toMatchObject({ steps: run.steps });
  });

  test("is nothing where a text was taken back to what the run pinned", () => {
    const run = runOf(procedure("p", steps("a", "b")));
    expect(offer(run, ["a", "b"], procedure("p", steps("a", "b"))).ahead(run)).toEqual([]);
  });
});

describe("adopting", () => {
  const before = runOf(procedure("p", steps("a", "b", "c", "d")));

  test("one step moves it alone; the others stay as they were", () => {
    const run = did(before, "complete a");
    const { take, kinds } = offer(run, ["c"], procedure("p", steps("a", "x", "b", "c")));
    const after = take(run, "b");
    expect(rowsById(after).get("b")).toMatchObject({ state: "pending", version: 2, blob: "b2" });
    expect(after.steps.filter(({ stepId }) => stepId !== "b")).toEqual(
      run.steps.filter(({ stepId }) => stepId !== "b"),
    );
    expect(kinds(after)).toEqual(["added x", "removed d"]);
  });

  test("all makes new rows in their place, and leaves what is gone not taken", () => {
    const run = did(before, "complete a");
    const { take, kinds } = offer(
      run,
      ["c"],
      procedure("p", phase("diagnosis", [step("y")]), steps("a", "x", "c", "b")),
    );
    const after = take(run, "y", "x", "b", "c", "d");
    expect(told(after)).toBe("y:pending a:done x:pending c:pending b:pending d:not_taken");
    expect(after.plan.dropped).toEqual({ d: "b2" });
    expect(kinds(after)).toEqual([]);
    expect(after.steps.map(({ stepId }) => stepId)).toEqual(placesOfRun(after.plan).map((place) => place.step.id));
  });

  test("brings a step back that an earlier version had dropped", () => {
    const dropped = offer(before, ["a", "b", "c", "d"], procedure("p", steps("a", "b", "c"))).take(before, "d");
    expect(told(dropped)).toBe("a:pending b:pending c:pending d:not_taken");
    const back = offer(dropped, ["a", "b", "c", "d"], procedure("p", steps("a", "b", "c", "d")));
    expect(back.kinds(dropped)).toEqual(["added d"]);
    expect(told(back.take(dropped, "d"))).toBe("a:pending b:pending c:pending d:pending");
  });

  test("a question brings the new steps that its answers lead to, and procedures nobody was in", () => {
    const run = runOf(
      procedure("p", phase("diagnosis", [decision("q", { yes: null })])),
      procedure("other", steps("o")),
    );
    const fresh = procedure(
      "p",
      phase("diagnosis", [decision("q", { yes: "x", no: "other" })]),
      phase("remediation", [attempt("x")]),
    );
    const { take } = offer(run, [], fresh, procedure("other", steps("o", "o2")));
    const after = take(run, "q");
    expect(told(after)).toBe("q:pending x:pending");
    expect(told(did(after, "choose q no"))).toBe("q:done x:not_taken o:pending o2:pending");
    expect(rowsById(did(after, "choose q no")).get("o2")?.blob).toBe("b2");
  });

  test("an answer given stays with the branch that it chose", () => {
    const run = did(
      runOf(procedure("p", phase("diagnosis", [decision("q", { yes: "b", no: "c" })]), steps("b"), steps("c"))),
      "choose q yes",
    );
    const { take, kinds } = offer(
      run,
      ["b"],
      procedure("p", phase("diagnosis", [decision("q", { yes: "c", no: "b" })]), steps("b", "x"), steps("c")),
    );
    expect(kinds(run)).toEqual(["added x"]);
    expect(told(take(run, "x"))).toBe("q:done b:pending x:pending c:not_taken");
  });

  test("ends a run whose last open steps are gone, by the same rules as any other end", () => {
    const run = did(runOf(procedure("p", steps("a", "b"))), "complete a");
    expect(offer(run, ["a"], procedure("p", steps("a"))).take(run, "b").status).toBe("completed");
  });

  test("a procedure that is gone offers nothing", () => {
    expect(offer(before, [], procedure("elsewhere", steps("a"))).ahead(before)).toEqual([]);
  });

  test("is replayed from the plan and what each event changed", () => {
    const { take } = offer(before, ["c"], procedure("p", steps("a", "x", "b", "c")));
    const history = [did(before, "start a")];
    history.push(did(history[0] as RunState, "complete a"));
    history.push(take(history[1] as RunState, "b", "x", "d"));
    history.push(did(history[2] as RunState, "complete x", "fail b no"));
    const journals = history.map((after, index) => {
      const was = history[index - 1] ?? before;
      return JSON.parse(
        JSON.stringify({ moves: movesBetween(was, after), status: after.status, ...planChange(was, after) }),
      );
    });
    const last = history.at(-1) as RunState;
    expect(replay(last.plan, journals)).toEqual(last);
  });
});

test.each([
  [[], []],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [2, 0, 1, 3],
    [0, 1, 3],
  ],
  [[3, 2, 1], [1]],
])("of %j the rising part is %j", (numbers, expected) => {
  expect([...risingRun(numbers)].sort()).toEqual(expected);
});
