import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect } from "vitest";
import { invalidateLibrary } from "@/features/runbooks/library/adapter";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { recordCopy } from "../copies/commands";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { blameWithRuns } from "./queries";

const path = "api/emergencias";
const file = `runbooks/${path}.mdx`;
let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
  invalidateLibrary();
});
afterEach(() => {
  repo.remove();
  delete process.env.GIT_COMMITTER_DATE;
});

let seconds = 2_000_000_000;
/** Each a minute after the one before. */
function commit(author: string, message: string) {
  seconds += 60;
  process.env.GIT_COMMITTER_DATE = `${seconds} +0000`;
  repo.git("add", "-A");
  repo.git("-c", `user.name=${author}`, "commit", "-qm", message);
  invalidateLibrary();
}
const change = (from: string, to: string) => repo.write(file, repo.read(file).replace(from, to));

async function follow(ctx: Ctx, key?: string) {
  const { id: runId } = await startRun(ctx, { key, runbook: path, procedure: "api-no-responde" });
  await recordCopy(ctx, { id: randomUUID(), runId, stepId: "ver-logs", command: "docker logs api", lang: "bash" });
  await actOnStep(ctx, { runId, stepId: "ver-logs", event: "complete", expectedVersion: 1 });
  return runId;
}
const commandOf = async (ctx: Ctx, at = path) =>
  (await blameWithRuns(ctx, at)).procedures?.[0]?.steps[0]?.commands[0] ?? null;

test("a step is told by its newest line, its command by who last changed that", async ({ as }) => {
  const ctx = await as("viewer");
  change("docker logs api", "docker logs --tail 100 api");
  commit("Ana Ruiz", "Shorten");
  change('title="Ver los logs"', 'title="Mirar los logs"');
  commit("Luis Gil", "Reword");
  const [procedure] = (await blameWithRuns(ctx, path)).procedures ?? [];
  const [step] = procedure?.steps ?? [];
  expect([step?.title, step?.touch?.author, step?.touch?.subject]).toEqual(["Mirar los logs", "Luis Gil", "Reword"]);
  expect(step?.commands[0]).toMatchObject({ text: "docker logs --tail 100 api", touch: { author: "Ana Ruiz" } });
});

test("a command names the incidents that followed it as it reads now, drills after them", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx, { title: "API caída" });
  const drill = await follow(ctx);
  const run = await follow(ctx, key);
  const open = await startRun(ctx, { key, runbook: path, procedure: "api-no-responde" });
  const followed = await commandOf(ctx);
  expect(followed).toMatchObject({
    total: 2,
    runs: [
      { id: run, incident: { key, title: "API caída" }, drill: false, copied: true },
      { id: drill, incident: null, drill: true },
    ],
  });
  expect(followed?.runs.map(({ id }) => id)).not.toContain(open.id);

  change("docker logs api", "docker logs --tail 100 api");
  commit("Ana Ruiz", "Shorten");
  expect(await commandOf(ctx)).toMatchObject({ total: 0, runs: [], touch: { author: "Ana Ruiz" } });
});

test("runs under an older name of the runbook count too", async ({ as }) => {
  const ctx = await as("responder");
  const before = (await commandOf(ctx))?.total ?? 0;
  await follow(ctx);
  repo.git("mv", `portal/content/${file}`, "portal/content/runbooks/api/caida.mdx");
  const moved = repo.read("runbooks/api/caida.mdx").replace("lang: es", `lang: es\nredirects: [${path}]`);
  repo.write("runbooks/api/caida.mdx", moved);
  commit("Ana Ruiz", "Move");
  expect(await commandOf(ctx, "api/caida")).toMatchObject({ total: before + 1, touch: { author: "Hand" } });
});

test("is for members, and of what git has", async ({ as, asNobody }) => {
  await expect(blameWithRuns(asNobody, path)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(blameWithRuns(await as("viewer"), "api/nada")).rejects.toMatchObject({ code: "not_found" });
});
