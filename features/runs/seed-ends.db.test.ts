import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { keyOf } from "@/features/incidents/key";
import { getRunbook } from "@/features/runbooks/library/queries";
import { isReadable } from "@/features/runbooks/library/runbook";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { endsOf, type RunEnd } from "@/test/run-ends";
import { timelinePage } from "@/test/timeline-page";
import { endRun } from "./ending/commands";
import { startRun } from "./start/commands";
import { actOnStep } from "./steps/commands";

/**
 * The six seed procedures with most questions, checked attempts and phases, and two for what those six do not have: a
 * verification that can refute a recovery, and a step that cannot be undone.
 */
const procedures = [
  "agente-hotelero-api/emergencias#api-no-responde", // three checked attempts, a question among them, an escalation
  "agente-hotelero-api/respuesta-rapida#comando-de-emergencia", // a question with four branches, in any order
  "qaframework-railway/build-y-health-check#build-failure-docker", // a question with three branches, an escalation
  "agente-hotelero-api/rendimiento#p95-latency", // ten steps; each answer is a remediation of its own; nobody to escalate to
  "agente-hotelero-api/emergencias#circuit-breaker-abierto", // a question in the middle of an attempt, an escalation
  "blatam-kv-cache/kv-cache-latencia-y-gpu#error-de-gpu", // two branches that meet again, an escalation
  "preventia-news/nlp#spacy-model-not-found", // an attempt and a verification
  "agente-hotelero-api/emergencias#postgres-no-accesible", // an irreversible step behind the first attempt
];

const folder = "test/timelines/ends";
const fileOf = (procedure: string, name = "") => path.join(folder, procedure.split("#")[1] ?? "", name);
/** Listed before the tests write any. */
const kept = new Map(procedures.map((one) => [one, existsSync(fileOf(one)) ? readdirSync(fileOf(one)).sort() : []]));

const ends = new Map<string, RunEnd[]>();
for (const procedure of procedures) {
  const [runbook = "", id = ""] = procedure.split("#");
  const found = await getRunbook(runbook);
  if (found.kind !== "runbook" || !isReadable(found.runbook)) throw new Error(`${runbook} cannot be read`);
  const { plan, variables } = found.runbook.outline;
  ends.set(procedure, endsOf({ procedures: plan.procedures, variables, contacts: [] }, id));
}

test.for(procedures)("every possible end of %s has its snapshot, and no snapshot is of anything else", (procedure) => {
  const names = ends.get(procedure)?.map(({ name }) => `${name}.md`) ?? [];
  expect(kept.get(procedure)).toEqual(names.sort());
});

test("no snapshots are kept of a procedure that is not played", () => {
  expect(readdirSync(folder).sort()).toEqual(procedures.map((one) => path.basename(fileOf(one))).sort());
});

const table = procedures.flatMap((procedure) =>
  (ends.get(procedure) ?? []).map((end) => ({ procedure, end, name: end.name })),
);

test.for(table)("$procedure ends as $name", async ({ procedure, end }, { as, clock }) => {
  const ctx = await as("responder", "Ana Gómez");
  const { number } = await buildIncident(ctx, { title: procedure });
  const key = keyOf(number);
  const [runbook = "", id = ""] = procedure.split("#");
  let run = await startRun(ctx, { key, runbook, procedure: id });
  for (const { option, evidence, confirm, ...action } of end.actions) {
    expect(run.status).toBe("active");
    clock.advance(30);
    const expectedVersion = run.steps.find((step) => step.id === action.stepId)?.version ?? 0;
    const said = { option: option ?? undefined, evidence: evidence ?? undefined, confirm: confirm ?? undefined };
    const acted = await actOnStep(ctx, { ...action, ...said, runId: run.id, expectedVersion });
    run = { ...acted.run, repeated: false };
  }
  expect(run.status).toBe(end.status ?? "active");
  const reason = "Equipo de guardia avisado";
  if (end.status === null) await endRun(ctx, { runId: run.id, outcome: "escalated", reason });
  const outcome = end.status ?? "nothing left to try, so a person ends it";
  const head = [...end.facts, outcome].map((fact) => `- ${fact}`);
  const page = await timelinePage(ctx, { key, runId: run.id }, `${procedure}: ${end.name}`, [...head, ""]);
  await expect(page).toMatchFileSnapshot(path.relative(import.meta.dirname, fileOf(procedure, `${end.name}.md`)));
});
