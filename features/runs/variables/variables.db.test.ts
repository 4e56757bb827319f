import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getRun } from "../queries";
import { startRun } from "../start/commands";
import { setVariables } from "./commands";

const runbook = "pagos/cola";
const frontMatter = `variables:
  - { name: BROKER, from: instance, default: localhost }
  - { name: KEY, from: incident.key, default: sin-incidente }
  - { name: LEVEL, from: incident.severity }
  - { name: SERVICE, from: incident.service }
  - { name: QUEUE, default: pagos, pattern: "[a-z-]+" }
  - { name: SHARD, from: shard, pattern: "\\\\d+", default: 0 }
  - { name: BROKER_TOKEN, secret: true, from: token }
`;
const body = `
<Procedure id="cola-llena" title="Cola llena">
<Step id="mirar" title="Mirar">

\`\`\`bash
curl -H "Bearer $BROKER_TOKEN" $BROKER/$QUEUE/$SHARD <region> {{ $labels.pod }} $KEY $LEVEL $SERVICE <contraseña>
\`\`\`

</Step>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write(runbook, body, frontMatter));
afterAll(() => content.remove());

const labels = { instance: "mq-1:5672", pod: "pagos-7f", shard: "no es un número", token: "s3cr3t0" };
const start = async (ctx: Ctx) => {
  const { key } = await buildIncident(ctx, { labels, services: ["web", "pagos"] });
  return { key, run: await startRun(ctx, { key, runbook, procedure: "cola-llena" }) };
};
const entriesOf = async (ctx: Ctx, key: string) => (await listEntries(ctx, { key, after: 0, limit: 100 })).entries;

describe("a run starts with what is known", () => {
  test("from the alert's labels, then the incident, then defaults, and says from where", async ({ as }) => {
    const { run, key } = await start(await as("responder"));
    expect(run.variables).toEqual({
      BROKER: "mq-1:5672",
      KEY: key,
      LEVEL: "SEV2",
      SERVICE: "pagos",
      QUEUE: "pagos",
      SHARD: "0",
      pod: "pagos-7f",
    });
    expect(Object.entries(run.values).map(([name, { source, detail }]) => [name, source, detail])).toEqual([
      ["BROKER", "label", "instance"],
      ["KEY", "incident", "incident.key"],
      ["LEVEL", "incident", "incident.severity"],
      ["SERVICE", "incident", "incident.service"],
      ["QUEUE", "default", null],
      ["SHARD", "default", null],
      ["BROKER_TOKEN", null, null],
      ["region", null, null],
      ["pod", "label", "pod"],
      ["contraseña", null, null],
    ]);
  });

  test("what was given stays given, whatever becomes of the incident; a secret is not in the row", async ({
    as,
    db,
  }) => {
    const ctx = await as("responder");
    const { run, key } = await start(ctx);
    await db.incident.update({ where: { number: Number(key.slice(4)) }, data: { severity: "SEV4", labels: {} } });
    expect((await getRun(ctx, { runId: run.id })).variables).toEqual(run.variables);
    expect(JSON.stringify((await db.run.findUniqueOrThrow({ where: { id: run.id } })).variables)).not.toContain(
      "s3cr3t0",
    );
  });

  test("a drill has the defaults", async ({ as }) => {
    const run = await startRun(await as("responder"), { runbook, procedure: "cola-llena" });
    expect(run.variables).toEqual({ BROKER: "localhost", KEY: "sin-incidente", QUEUE: "pagos", SHARD: "0" });
  });
});

describe("setting values", () => {
  test("is one event and one line on the timeline for all that changes together", async ({ as, db }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { run, key } = await start(ctx);
    const id = v7();
    const input = { runId: run.id, variables: { region: "eu`1", QUEUE: "pagos-b", SHARD: "0" }, id };
    await setVariables(ctx, input);
    const after = await setVariables(ctx, input);
    expect(after.values.QUEUE).toMatchObject({
      value: "pagos-b",
      source: "hand",
      by: { name: "Ana Gómez" },
      otherwise: "pagos",
    });
    const last = (await entriesOf(ctx, key)).at(-1);
    expect(last).toMatchObject({ id, runId: run.id, body: "Variables: region = ``eu`1`` · QUEUE = `pagos-b`" });
    expect(await db.runEvent.findMany({ where: { runId: run.id, event: "variables" }, select: { id: true } })).toEqual([
      { id },
    ]);
  });

  test("to what stands there already changes nothing", async ({ as, db }) => {
    const ctx = await as("responder");
    const { run } = await start(ctx);
    const after = await setVariables(ctx, { runId: run.id, variables: { QUEUE: "pagos", region: null } });
    expect([after.version, await db.runEvent.count({ where: { runId: run.id } })]).toEqual([1, 1]);
  });

  test("taking a value away brings back what the source gave", async ({ as }) => {
    const ctx = await as("responder");
    const { run } = await start(ctx);
    await setVariables(ctx, { runId: run.id, variables: { BROKER: "mq-2" } });
    const { values } = await setVariables(ctx, { runId: run.id, variables: { BROKER: null } });
    expect(values.BROKER).toMatchObject({ value: "mq-1:5672", source: "label", version: 3 });
  });

  test("of which somebody else changed one meanwhile is refused whole, with what stands there", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Ortega")];
    const { run } = await start(ana);
    await setVariables(ana, { runId: run.id, variables: { QUEUE: "de-ana" }, expectedVersions: { QUEUE: 1 } });
    const variables = { QUEUE: "de-luis", region: "eu" };
    const late = setVariables(luis, { runId: run.id, variables, expectedVersions: { QUEUE: 1, region: 0 } });
    await expect(late).rejects.toMatchObject({
      code: "variable_conflict",
      details: { conflicts: [{ name: "QUEUE", value: "de-ana", version: 2, by: { name: "Ana Gómez" } }] },
    });
    expect((await getRun(luis, { runId: run.id })).variables).not.toHaveProperty("region");
    const decided = await setVariables(luis, { runId: run.id, variables, expectedVersions: { QUEUE: 2, region: 0 } });
    expect(decided.variables).toMatchObject(variables);
  });

  test("by two people at one moment loses neither silently", async ({ as }) => {
    const people = [await as("responder", "Ana Gómez"), await as("responder", "Luis Ortega")];
    const { run } = await start(await as("responder"));
    const answers = await Promise.allSettled(
      people.map((ctx, n) =>
        setVariables(ctx, { runId: run.id, variables: { QUEUE: n === 0 ? "a" : "b" }, expectedVersions: { QUEUE: 1 } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test.for([
    [
      "a value without the form asked for",
      { QUEUE: "pagos; reboot" },
      "variable_refused",
      { refused: [{ name: "QUEUE", why: "pattern", pattern: "[a-z-]+" }], asked: "QUEUE: [a-z-]+" },
    ],
    ["only part of it in the form", { SHARD: "12x" }, "variable_refused", { asked: "SHARD: \\d+" }],
    ["a NUL", { region: "a\0b" }, "variable_refused", { asked: "region: nul" }],
    [
      "a private key in a plain variable",
      { region: "https://ana:hunter2@host/" },
      "variable_refused",
      { asked: "region: secret" },
    ],
    ["a declared secret", { BROKER_TOKEN: "x" }, "validation_failed", {}],
    ["one that is called a password", { contraseña: "x" }, "validation_failed", {}],
    ["a name that nobody uses", { NADA: "x" }, "validation_failed", {}],
  ] as const)("refuses %s", async ([, variables, code, details], { as }) => {
    const ctx = await as("responder");
    const { run } = await start(ctx);
    const refused = setVariables(ctx, { runId: run.id, variables });
    await expect(refused).rejects.toMatchObject({ code, details });
    expect((await getRun(ctx, { runId: run.id })).variables).toEqual(run.variables);
  });
});
