import { expect, test } from "vitest";
import { at, attempt, decision, did, phase, procedure, runOf, step } from "@/test/run-plans";
import { type HandOverWords, handOver } from "./hand-over";
import { type RunRecord, runView } from "./run-view";
import type { RunView } from "./schema";

const words: HandOverWords = {
  heading: (title) => `Relevo: ${title}`,
  incident: ({ key, title, severity }) => `Incidente ${key}: ${title} (${severity})`,
  state: ({ status, startedBy }, seconds) => `${status}, ${startedBy.name}, hace ${seconds} s`,
  over: (titles) => `Fuera de tiempo: ${titles}`,
  sections: {
    done: "Hecho",
    decisions: "Respuestas",
    evidence: "Visto",
    said: "Notas",
    next: "Sigue",
    links: "Enlaces",
  },
  nothing: "Nada.",
  stepState: (state) => state,
  by: (name) => name,
  spent: (seconds) => `${seconds} s`,
  onIt: (title, name) => `${title} (${name})`,
  ahead: (titles) => `Por delante: ${titles}`,
  escalate: "Hay que escalar.",
  links: { run: "Ejecución", incident: "Incidente", runbook: "Runbook" },
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

const context = { origin: "https://portal", path: "/r", now: new Date(at.getTime() + 90_000), said: [] };

test("tells the state, what was tried with what came out, what is next and where to read on", () => {
  const run = did(start(), "complete logs ConnectionRefused", "fail restart sigue igual");
  const said = [{ text: "Sospecho de la **caché**\n\ny de nada más", at: "2026-01-15T03:01:10.000Z", name: "Eva" }];
  expect(handOver(view(run), words, { ...context, said })).toBe(
    [
      "# Relevo: API no responde",
      "Incidente INC-7: API caída (SEV2)",
      "active, Ana, hace 90 s",
      "",
      "## Hecho",
      "- done: Step logs (Ana). ConnectionRefused",
      "- failed: Step restart (Ana). sigue igual",
      "",
      "## Notas",
      "- 03:01 UTC, Eva: Sospecho de la **caché** y de nada más",
      "",
      "## Sigue",
      "- Por delante: Step all",
      "",
      "## Enlaces",
      "- Ejecución: https://portal/r",
      "- Incidente: https://portal/incidents/INC-7",
      "- Runbook: https://portal/runbooks/api/emergencias#p",
    ].join("\n"),
  );
});

test("tells answers, the end of what was pasted, who is on what, and that the time is over", () => {
  const flow = procedure(
    "p",
    phase("diagnosis", [step("logs"), decision("cause", { sí: null, no: null }), step("slow", { within: 60 })]),
  );
  const asked = did(runOf(flow), "complete logs", "choose cause sí", "start slow");
  const output = Array.from({ length: 20 }, (_, n) => `línea ${n}`).join("\n");
  const steps = asked.steps.map((row) => (row.stepId === "logs" ? { ...row, evidence: output } : row));
  const text = handOver(view({ ...asked, steps }), words, context);
  expect(text).toContain("Fuera de tiempo: Step slow");
  expect(text).toContain("## Respuestas\n- Step cause → sí");
  expect(text).toContain("- Step logs:\n  ```\n  línea 14\n");
  expect(text).not.toContain("línea 13");
  expect(text).toContain("## Sigue\n- Step slow (Ana)");
});

test("says that nothing was done yet, and when there is nothing left but to escalate", () => {
  expect(handOver(view(start()), words, context)).toContain("## Hecho\n- Nada.\n");
  const lost = did(
    runOf(procedure("p", phase("remediation", [attempt("restart")]), phase("escalation", []))),
    "fail restart",
  );
  expect(handOver(view(lost), words, context)).toContain("## Sigue\n- Hay que escalar.");
});
