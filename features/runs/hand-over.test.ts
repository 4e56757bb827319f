import { expect, test } from "vitest";
import { at, attempt, did, phase, procedure, runOf, step } from "@/test/run-plans";
import { type HandOverWords, handOver } from "./hand-over";
import { type RunRecord, runView } from "./run-view";
import type { RunView } from "./schema";

const words: HandOverWords = {
  heading: (title) => `Relevo: ${title}`,
  incident: (key, title) => `Incidente ${key}: ${title}`,
  started: (iso, name) => `Empezó ${iso} (${name})`,
  tried: "Hecho:",
  nothing: "- Nada.",
  state: (state) => state,
  now: (title) => `Ahora: ${title}`,
  link: (address) => address,
};

const record: RunRecord = {
  id: "r",
  incident: { number: 7, title: "API caída", status: "investigating", severity: "SEV2", mitigatedAt: null },
  drill: false,
  runbook: "api/emergencias",
  procedure: "p",
  title: "API no responde",
  commit: null,
  blob: "b",
  variables: {},
  status: "active",
  within: null,
  startedAt: at,
  startedById: null,
  startedBy: "Ana",
  endedAt: null,
  version: 1,
};
const start = () =>
  runOf(procedure("p", phase("diagnosis", [step("logs")]), phase("remediation", [attempt("restart"), attempt("all")])));
const runbookNow = {
  state: "same" as const,
  movedTo: null,
  blob: null,
  ahead: 0,
  held: 0,
  gone: [] as string[],
} satisfies RunView["runbookNow"];
const chain = { continues: null, continuation: null, continuationProblem: null };
const view = (run: ReturnType<typeof start>) =>
  runView(record, run, { lastStepId: "restart", now: at, runbookNow, approvals: [], chain });

test("tells what was tried with what came out, and where it stands", () => {
  const run = did(start(), "complete logs ConnectionRefused", "fail restart sigue igual");
  expect(handOver(view(run), words, "https://portal/r")).toBe(
    [
      "Relevo: API no responde",
      "Incidente INC-7: API caída",
      "Empezó 2026-01-15T03:00:00.000Z (Ana)",
      "",
      "Hecho:",
      "- done: Step logs (ConnectionRefused)",
      "- failed: Step restart (sigue igual)",
      "",
      "Ahora: Step all",
      "https://portal/r",
    ].join("\n"),
  );
});

test("says that nothing was done yet", () => {
  expect(handOver(view(start()), words, "x")).toContain("Hecho:\n- Nada.\n");
});
