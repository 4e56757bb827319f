import { v7 } from "uuid";
import { afterAll, beforeAll, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { loadRun } from "../lock/queries";
import { getRun } from "../queries";
import { replayed } from "../replay/queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { continueRun } from "./commands";

const content = contentFolder();
const option = (label: string, goto: string) => `<Option label="${label}" goto="${goto}">x</Option>`;
beforeAll(() => {
  const options = [
    option("Redis", "redis/memoria#oom"),
    option("Paso", "redis/memoria#vaciar"),
    option("Nada", "redis/nada#x"),
    option("Otro", "redis/memoria#no-esta"),
  ].join("\n\n");
  content.write(
    "api/emergencias",
    `<Procedure id="api" title="API no responde">\n\n<Decision id="causa" question="¿Qué causa?">\n\n${options}\n\n</Decision>\n\n</Procedure>`,
    "variables:\n  - { name: HOST }\n  - { name: SOLO }\n",
  );
  content.write(
    "redis/memoria",
    `<Procedure id="oom" title="Redis sin memoria">\n\n<Step id="mirar" title="Mirar">\n\n\`\`\`bash\nredis-cli -h $HOST info\n\`\`\`\n\n</Step>\n\n<Step id="vaciar" title="Vaciar">x</Step>\n\n<Step id="avisar" title="Avisar">x</Step>\n\n</Procedure>`,
    "variables:\n  - { name: HOST }\n",
  );
});
afterAll(() => content.remove());

const begin = async (ctx: Ctx, key?: string) =>
  (await startRun(ctx, { runbook: "api/emergencias", procedure: "api", key })).id;
const answer = (ctx: Ctx, runId: string, label: string, expectedVersion = 1) =>
  actOnStep(ctx, { runId, stepId: "causa", event: "choose", option: label, expectedVersion, id: v7() });
const states = (run: { steps: { id: string; state: string }[] }) => run.steps.map(({ id, state }) => `${id}:${state}`);

async function expectExactReplay(ctx: Ctx, runId: string) {
  const { state } = await loadRun(ctx.db, runId);
  const again = await replayed(ctx, { runId });
  expect([again.status, again.plan]).toEqual([state.status, state.plan]);
  expect(state.steps).toMatchObject(again.steps);
}

test("an answer into another runbook ends this run and begins the next one there, on the same incident", async ({
  as,
  db,
}) => {
  const ana = await as("responder", "Ana");
  const { key } = await buildIncident(ana);
  const first = await begin(ana, key);
  const hand = (value: string) => ({ hand: { value, byId: null, by: "Ana", at: "" }, given: null, version: 2 });
  await db.run.update({ where: { id: first }, data: { variables: { HOST: hand("r1"), SOLO: hand("x") } } });
  const { run } = await answer(ana, first, "Redis");
  expect(run).toMatchObject({
    status: "completed",
    continueAt: "redis/memoria#oom",
    continuation: { title: "Redis sin memoria", runbook: "redis/memoria", status: "active" },
    continuationProblem: null,
  });
  const next = await getRun(ana, { runId: run.continuation?.id ?? "" });
  expect(next).toMatchObject({
    status: "active",
    incident: { key },
    drill: false,
    procedure: "oom",
    continues: { id: first, title: "API no responde" },
    variables: { HOST: "r1" },
  });
  expect(next.blob).not.toBe(run.blob);
  const { entries } = await listEntries(ana, { key, after: 0, limit: 100 });
  expect(entries.at(-1)).toMatchObject({
    runId: next.id,
    body: expect.stringContaining("Sigue desde **API no responde**"),
  });
  expect(entries.filter(({ data }) => data.event === "run-ended")).toHaveLength(1);
  await expectExactReplay(ana, first);
  await expectExactReplay(ana, next.id);
});

test("a step of another runbook is where the run goes on: what stands before it is not taken", async ({ as }) => {
  const ana = await as("responder", "Ana");
  const { run } = await answer(ana, await begin(ana), "Paso");
  const next = await getRun(ana, { runId: run.continuation?.id ?? "" });
  expect(states(next)).toEqual(["mirar:not_taken", "vaciar:pending", "avisar:pending"]);
  expect(next).toMatchObject({ drill: true, procedure: "oom", focus: { stepId: "vaciar" } });
  await actOnStep(ana, { runId: next.id, stepId: "vaciar", event: "complete", expectedVersion: 1 });
  await expectExactReplay(ana, next.id);
});

test.for([
  ["Nada", "missing", "ese runbook no existe"],
  ["Otro", "no_procedure", "no tiene ese procedimiento"],
])(
  "when there is nothing to go on with (%s) the answer stands, and the timeline says what is missing",
  async ([label = "", problem, words], { as }) => {
    const ana = await as("responder");
    const { key } = await buildIncident(ana);
    const { run } = await answer(ana, await begin(ana, key), label);
    expect(run).toMatchObject({ status: "completed", continuation: null, continuationProblem: problem });
    expect((await listEntries(ana, { key, after: 0, limit: 100 })).entries.at(-1)?.body).toContain(words);
    expect(await ana.db.run.count({ where: { continuesId: run.id } })).toBe(0);
    await expect(continueRun(ana, { runId: run.id })).rejects.toMatchObject({ code: "not_found" });
  },
);

test("once the runbook is there, the run goes on, however often that is asked", async ({ as }) => {
  const ana = await as("responder", "Ana");
  const { run } = await answer(ana, await begin(ana), "Nada");
  content.write("redis/nada", '<Procedure id="x" title="Ahora sí">\n\n<Step id="s" title="S">x</Step>\n\n</Procedure>');
  expect(await getRun(ana, { runId: run.id })).toMatchObject({ continuationProblem: "ready" });
  const both = await Promise.all([continueRun(ana, { runId: run.id }), continueRun(ana, { runId: run.id })]);
  expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  await expect(continueRun(await as("viewer"), { runId: run.id })).rejects.toMatchObject({ code: "forbidden" });
});

test("reopening the question ends what it had led to, erases nothing, and another answer leads elsewhere", async ({
  as,
}) => {
  const ana = await as("responder", "Ana");
  const { key } = await buildIncident(ana);
  const first = await begin(ana, key);
  const { run } = await answer(ana, first, "Redis");
  const led = run.continuation?.id ?? "";
  await actOnStep(ana, { runId: led, stepId: "mirar", event: "complete", expectedVersion: 1, evidence: "used 4G" });
  await actOnStep(ana, { runId: first, stepId: "causa", event: "reopen", expectedVersion: 2, note: "no era redis" });
  const ended = await getRun(ana, { runId: led });
  expect(ended).toMatchObject({ status: "abandoned" });
  expect(ended.steps[0]).toMatchObject({ id: "mirar", state: "done", evidence: "used 4G" });
  const bodies = (await listEntries(ana, { key, after: 0, limit: 100 })).entries.map(({ body }) => body).join("\n");
  expect(bodies).toContain("Se ha reabierto «¿Qué causa?»");
  expect(await getRun(ana, { runId: first })).toMatchObject({ status: "active", continuation: null, continueAt: null });
  const again = await answer(ana, first, "Paso", 3);
  expect(again.run.continuation).toMatchObject({ status: "active" });
  expect(again.run.continuation?.id).not.toBe(led);
  await expectExactReplay(ana, first);
  await expectExactReplay(ana, led);
});
