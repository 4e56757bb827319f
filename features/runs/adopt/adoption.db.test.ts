import { v7 } from "uuid";
import { afterAll, beforeAll, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import { invalidateLibrary } from "@/features/runbooks/library/adapter";
import { publishRunbook } from "@/features/runbooks/publishing/commands";
import { editableSource } from "@/features/runbooks/publishing/queries";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { loadRun } from "../lock/queries";
import { getRun } from "../queries";
import { replayed } from "../replay/queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { adoptSteps } from "./commands";
import { stepChanges } from "./queries";

let repository: ContentRepository;
beforeAll(() => {
  repository = contentRepository("own");
});
afterAll(() => repository.remove());

const text = (...steps: [id: string, text: string][]) => `---
title: Emergencias
service: api
lang: es
owner: Backend Team
---

<Procedure id="api-no-responde" title="API no responde">

<Diagnosis>

${steps.map(([id, body]) => `<Step id="${id}" title="Paso ${id}">\n\n${body}\n\n</Step>`).join("\n\n")}

</Diagnosis>

</Procedure>
`;
const versionA = text(
  ["logs", "Mirar los logs."],
  ["disco", "Mirar el disco."],
  ["red", "Mirar la red."],
  ["fin", "Avisar."],
);
const versionB = text(
  ["logs", "Mirar los logs de hoy."],
  ["memoria", "Mirar la memoria."],
  ["disco", "Mirar `df -h`."],
  ["fin", "Avisar."],
);

/** A runbook of its own per test, published as an editor does. */
async function publish(editor: Ctx, path: string, body: string): Promise<string> {
  const base = await editableSource(editor, path).catch(() => null);
  const input = { path, text: body, baseBlob: base?.blob ?? null, adoptBlob: null, message: "x" };
  return (await publishRunbook(editor, input)).commit;
}

const begin = async (ctx: Ctx, runbook: string, key?: string) =>
  startRun(ctx, { runbook, procedure: "api-no-responde", key });
const states = (run: { steps: { id: string; state: string }[] }) => run.steps.map(({ id, state }) => `${id}:${state}`);

async function all(ctx: Ctx, runId: string) {
  const { blob, changes } = await stepChanges(ctx, { runId });
  return {
    runId,
    blob: blob ?? "",
    steps: changes.map(({ stepId, version }) => ({ id: stepId, expectedVersion: version })),
  };
}

/** The rows of the database against those that the plan and the events alone give. */
async function expectExactReplay(ctx: Ctx, runId: string) {
  const { state } = await loadRun(ctx.db, runId);
  const again = await replayed(ctx, { runId });
  expect(again.status).toBe(state.status);
  expect(again.plan).toEqual(state.plan);
  expect(state.steps).toMatchObject(again.steps);
  expect(again.steps.length).toBe(state.steps.length);
}

test("a run started on version A survives version B, adopts it, and replays exactly after content/ was rewritten", async ({
  as,
}) => {
  const [ana, editor] = [await as("responder", "Ana"), await as("editor", "Eva")];
  const path = "api/replay";
  const a = await publish(editor, path, versionA);
  const { key } = await buildIncident(ana);
  const { id: runId } = await begin(ana, path, key);
  await actOnStep(ana, { runId, stepId: "logs", event: "complete", expectedVersion: 1, evidence: "todo bien" });

  const b = await publish(editor, path, versionB);
  const told = await getRun(ana, { runId });
  expect(told.runbookNow).toMatchObject({ state: "changed", ahead: 3, held: 0, gone: [] });
  expect(states(told)).toEqual(["logs:done", "disco:pending", "red:pending", "fin:pending"]);

  const { changes } = await stepChanges(ana, { runId });
  expect(changes.map(({ kind, stepId }) => `${kind} ${stepId}`)).toEqual([
    "added memoria",
    "changed disco",
    "removed red",
  ]);
  expect(changes[1]).toMatchObject({
    before: expect.stringContaining("Mirar el disco."),
    after: expect.stringContaining("df -h"),
  });

  const disk = { id: "disco", expectedVersion: 1 };
  const one = await adoptSteps(ana, { runId, blob: told.runbookNow.blob ?? "", steps: [disk] });
  expect(one.run.runbookNow.ahead).toBe(2);
  const { run } = await adoptSteps(ana, await all(ana, runId));
  expect(states(run)).toEqual(["logs:done", "memoria:pending", "disco:pending", "red:not_taken", "fin:pending"]);
  expect(run.steps.map(({ blob }) => blob)).toEqual([null, run.runbookNow.blob, run.runbookNow.blob, null, null]);
  expect(run.steps[3]).toMatchObject({ dropped: true });
  expect(run.steps[0]).toMatchObject({ state: "done", evidence: "todo bien", version: 2 });

  const { entries } = await listEntries(ana, { key, after: 0, limit: 100 });
  const adoptions = entries.filter(({ data }) => data.event === "run-adopted");
  expect(adoptions).toHaveLength(2);
  expect(adoptions[0]?.body).toContain(`${a.slice(0, 8)} → ${b.slice(0, 8)}`);
  expect(adoptions[0]?.body).toContain("cambia **Paso disco**");
  expect(adoptions[1]?.body).toMatch(/se añade \*\*Paso memoria\*\*\n- ya no está \*\*Paso red\*\*/);

  await actOnStep(ana, { runId, stepId: "memoria", event: "fail", expectedVersion: 1, note: "llena" });
  await expectExactReplay(ana, runId);

  repository.git("checkout", "-q", "--orphan", "otra-historia");
  repository.git("rm", "-rfq", "--cached", ".");
  repository.git("clean", "-fdxq", "runbooks");
  repository.write("runbooks/api/otro.mdx", versionA.replaceAll("logs", "nada"));
  repository.git("add", "-A");
  repository.git("commit", "-qm", "desde cero");
  repository.git("branch", "-qD", "main");
  repository.git("reflog", "expire", "--expire=now", "--all");
  repository.git("gc", "-q", "--prune=now");
  invalidateLibrary();
  const after = await getRun(ana, { runId });
  expect(after.runbookNow).toMatchObject({ state: "missing", blob: null, ahead: 0 });
  expect(await stepChanges(ana, { runId })).toMatchObject({
    blob: null,
    pinned: { commit: a, known: false },
    changes: [],
  });
  expect(after.steps.map(({ id, title }) => [id, title])).toEqual(run.steps.map(({ id, title }) => [id, title]));
  await expectExactReplay(ana, runId);
  const pinned = await ana.db.pinnedSource.findMany({ select: { text: true } });
  expect(pinned.map((source) => source.text)).toEqual(expect.arrayContaining([versionA, versionB]));
  await actOnStep(ana, { runId, stepId: "disco", event: "complete", expectedVersion: 2 });
  await expectExactReplay(ana, runId);
});

test("two people adopting at once: one adoption, and a conflict that shows the step", async ({ as, db }) => {
  const [ana, luis, editor] = [await as("responder", "Ana"), await as("responder", "Luis"), await as("editor", "Eva")];
  await publish(editor, "api/dos", versionA);
  const { id: runId } = await begin(ana, "api/dos");
  await publish(editor, "api/dos", versionB);
  const input = await all(ana, runId);
  const results = await Promise.allSettled([adoptSteps(ana, input), adoptSteps(luis, input)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = results.filter((result) => result.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "stale_version", details: { current: { version: expect.any(Number) } } });
  expect(await db.runEvent.count({ where: { runId, event: "adopt" } })).toBe(1);
});

test("a step finished meanwhile is a conflict and nothing of the adoption happens", async ({ as }) => {
  const [ana, editor] = [await as("responder", "Ana"), await as("editor", "Eva")];
  await publish(editor, "api/tarde", versionA);
  const { id: runId } = await begin(ana, "api/tarde");
  await publish(editor, "api/tarde", versionB);
  const input = await all(ana, runId);
  await actOnStep(ana, { runId, stepId: "logs", event: "complete", expectedVersion: 1 });
  await expect(adoptSteps(ana, input)).rejects.toMatchObject({
    code: "stale_version",
    details: { current: { id: "logs", state: "done" } },
  });
  expect((await getRun(ana, { runId })).steps.every(({ blob }) => blob === null)).toBe(true);
});

test("a version that is in force no longer is refused; the same id twice is one adoption; viewers only look", async ({
  as,
}) => {
  const [ana, editor, viewer] = [await as("responder", "Ana"), await as("editor", "Eva"), await as("viewer")];
  await publish(editor, "api/rapido", versionA);
  const { id: runId } = await begin(ana, "api/rapido");
  await publish(editor, "api/rapido", versionB);
  const old = await all(ana, runId);
  await publish(editor, "api/rapido", versionB.replace("df -h", "df -i"));
  await expect(adoptSteps(ana, old)).rejects.toMatchObject({ code: "offer_changed" });
  const input = { ...(await all(viewer, runId)), id: v7() };
  await expect(adoptSteps(viewer, input)).rejects.toMatchObject({ code: "forbidden" });
  const twice = [await adoptSteps(ana, input), await adoptSteps(ana, input)];
  expect(twice.map(({ repeated }) => repeated)).toEqual([false, true]);
});

test("a runbook that moved is followed to where it is now", async ({ as }) => {
  const [ana, editor] = [await as("responder", "Ana"), await as("editor", "Eva")];
  await publish(editor, "api/viejo", versionA);
  const { id: runId } = await begin(ana, "api/viejo");
  repository.git("rm", "-q", "runbooks/api/viejo.mdx");
  repository.write("runbooks/api/nuevo.mdx", versionB.replace("owner:", "redirects: [api/viejo]\nowner:"));
  invalidateLibrary();
  expect((await getRun(ana, { runId })).runbookNow).toMatchObject({ state: "changed", movedTo: "api/nuevo", ahead: 4 });
});
