import fc from "fast-check";
import { expect, test } from "vitest";
import { isAppError } from "@/lib/errors/app-error";
import { anyRun } from "@/test/any-run";
import { at, attempt, did, phase, procedure, runOf, step } from "@/test/run-plans";
import { act } from "../engine";
import { stepEvents } from "../machine";
import type { RunState } from "../run-state";
import { type RunRecord, runView } from "../run-view";
import { type UnsentAction, withUnsent } from "./unsent-run";

const me = { id: null, name: "Ana" };
const runId = "01900000-0000-7000-8000-000000000001";

const record: RunRecord = {
  id: runId,
  incident: { number: 1, title: "API", status: "investigating", severity: "SEV1", mitigatedAt: null },
  drill: false,
  runbook: "api/emergencias",
  procedure: "p",
  title: "API no responde",
  commit: null,
  blob: "b",
  variables: {},
  status: "active",
  within: 600,
  startedAt: at,
  startedById: null,
  startedBy: "Ana",
  endedAt: null,
  version: 1,
};
const served = (state: RunState, lastStepId: string | null, endedAt: Date | null = null) =>
  runView({ ...record, status: state.status, endedAt }, state, {
    lastStepId,
    now: at,
    runbookNow: { state: "same" } as Parameters<typeof runView>[2]["runbookNow"],
    approvals: [],
    chain: { continues: null, continuation: null, continuationProblem: null },
  });
const unsent = (action: Omit<UnsentAction & { does: "act" }, "does" | "runId" | "by">, writtenAt = at) => ({
  note: { does: "act", runId, by: me, ...action },
  state: "waiting" as const,
  writtenAt: writtenAt.toISOString(),
});

test("the screen shows what the server will make of unsent actions, versions included", () => {
  const anyAction = fc.record({
    pick: fc.nat(30),
    event: fc.constantFrom(
      ...stepEvents.filter((event) => event !== "hand_over"),
      "complete" as const,
      "choose" as const,
    ),
    note: fc.constantFrom("why", ""),
    option: fc.constantFrom("yes", "no"),
  });
  fc.assert(
    fc.property(anyRun, fc.array(anyAction, { maxLength: 25 }), fc.nat(10), (start, actions, sent) => {
      let state = start;
      let last: string | null = null;
      let ended: Date | null = null;
      const done: { state: RunState; last: string | null; ended: Date | null; item: ReturnType<typeof unsent> }[] = [];
      for (const { pick, ...rest } of actions) {
        const stepId = state.steps[pick % state.steps.length]?.stepId ?? "";
        try {
          state = act(state, { ...rest, stepId, by: me, at });
        } catch (error) {
          if (!isAppError(error)) throw error;
          continue;
        }
        last = stepId;
        ended = state.status === "active" ? null : at;
        done.push({ state, last, ended, item: unsent({ ...rest, stepId }) });
      }
      const known = done[sent - 1] ?? { state: start, last: null, ended: null };
      const rest = sent === 0 || done[sent - 1] ? done.slice(sent) : [];
      if (rest.length === 0) return;
      const shown = withUnsent(
        served(known.state, known.last, known.ended),
        start.plan,
        rest.map(({ item }) => item),
      );
      expect(shown).toEqual(served(state, last, ended));
    }),
    { numRuns: 300 },
  );
});

const two = runOf(
  procedure("p", phase("diagnosis", [step("logs"), step("disk")]), phase("remediation", [attempt("fix")])),
);

test("what no longer fits is left out with all that was done after it", () => {
  const theirs = served(did(two, "complete logs"), "logs");
  const items = [unsent({ stepId: "logs", event: "complete" }), unsent({ stepId: "disk", event: "complete" })];
  expect(withUnsent(theirs, two.plan, items)).toBe(theirs);
});

test("refused actions, those of other runs, and a plan that is not the run's any more change nothing", () => {
  const run = served(two, null);
  const item = unsent({ stepId: "logs", event: "complete" });
  expect(withUnsent(run, two.plan, [{ ...item, state: "refused" as never }])).toBe(run);
  expect(withUnsent(run, two.plan, [{ ...item, note: { ...item.note, runId: "another" } }])).toBe(run);
  const adopted = runOf(procedure("p", phase("diagnosis", [step("logs")]))).plan;
  expect(withUnsent(run, adopted, [item])).toBe(run);
});
