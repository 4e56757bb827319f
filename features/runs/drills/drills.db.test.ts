import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import { patchIncident } from "@/features/incidents/facts/commands";
import { PatchIncident } from "@/features/incidents/schema";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Db } from "@/lib/db/client";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { endRun } from "../ending/commands";
import { listRuns } from "../queries";
import { ListRuns } from "../schema";
import { startRun } from "../start/commands";
import { pauseDrill, removeDrill, scheduleDrill, takeTurn } from "./commands";
import { dueTurn } from "./drill-view";
import { listDrills } from "./queries";
import { ScheduleDrill } from "./schema";

// The tests' clock shows Thursday, 15 January 2026, 03:00 UTC.
const api = { runbook: "api/emergencias", procedure: "api-no-responde" };
const tuesdays = (more = {}) =>
  ScheduleDrill.parse({ ...api, rhythm: "weekly", date: "2026-01-20", time: "10:00", ...more });
const at = (iso: string) => new Date(iso);

let content: ContentRepository;
beforeAll(() => {
  content = contentRepository("own");
});
afterAll(() => content.remove());
beforeEach(() => void vi.stubEnv("TIME_ZONE", "Europe/Madrid"));
afterEach(() => void vi.unstubAllEnvs());

/** Waiting jobs of drills: when each is to run. */
const waiting = async (db: Db) => {
  const jobs = await db.$queryRaw<{ run_at: Date }[]>`
    SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'drills.turn'`;
  return jobs.map(({ run_at }) => run_at.toISOString());
};

/** A procedure has one schedule: each test makes it anew. */
async function forget(db: Db) {
  await db.drillSchedule.deleteMany();
  await db.$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs`;
}

describe("a schedule", () => {
  afterEach<{ db: Db }>(({ db }) => forget(db));

  test("waits for its first turn by the clocks of the portal's zone", async ({ db, as }) => {
    const editor = await as("editor");
    const made = await scheduleDrill(editor, tuesdays());
    expect(made).toMatchObject({ service: "api", title: "API no responde", nextAt: "2026-01-20T09:00:00.000Z" });
    expect(made).toMatchObject({ date: "2026-01-20", time: "10:00", turns: [], changed: false });
    expect(await waiting(db)).toEqual(["2026-01-20T09:00:00.000Z"]);
    await removeDrill(editor, { scheduleId: made.id });
    expect(await waiting(db)).toEqual([]);
  });

  test("is one per procedure: changing it names the version that was seen, and the same id twice is once", async ({
    as,
  }) => {
    const editor = await as("editor");
    const id = "0190a000-0000-7000-8000-000000000001";
    const made = await scheduleDrill(editor, tuesdays({ id }));
    expect(await scheduleDrill(editor, tuesdays({ id }))).toMatchObject({ id, version: 1 });
    const stale = scheduleDrill(editor, tuesdays({ time: "11:00" }));
    await expect(stale).rejects.toMatchObject({ code: "stale_version", details: { current: { id: made.id } } });
    const moved = await scheduleDrill(editor, tuesdays({ rhythm: "monthly", time: "11:00", expectedVersion: 1 }));
    expect(moved).toMatchObject({ id, rhythm: "monthly", time: "11:00", version: 2, changed: true });
  });

  test("begins ahead, with a procedure that exists, and by an editor", async ({ as }) => {
    const editor = await as("editor");
    const past = scheduleDrill(editor, tuesdays({ date: "2026-01-13" }));
    await expect(past).rejects.toMatchObject({ code: "validation_failed" });
    const nowhere = scheduleDrill(editor, tuesdays({ procedure: "no-existe" }));
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
    const responder = scheduleDrill(await as("responder"), tuesdays());
    await expect(responder).rejects.toMatchObject({ code: "forbidden" });
  });

  test("goes on after a pause at its next turn ahead: the turns of the pause never were", async ({ db, as, clock }) => {
    const editor = await as("editor");
    const { id: scheduleId } = await scheduleDrill(editor, tuesdays());
    await pauseDrill(editor, { scheduleId, paused: true });
    expect(await waiting(db)).toEqual([]);
    clock.now = at("2026-02-05T12:00:00Z");
    await takeTurn(editor, { scheduleId });
    const on = await pauseDrill(editor, { scheduleId, paused: false });
    expect(on).toMatchObject({ paused: false, nextAt: "2026-02-10T09:00:00.000Z", turns: [] });
    expect(await waiting(db)).toEqual(["2026-02-10T09:00:00.000Z"]);
  });
});

describe("a turn", () => {
  afterEach<{ db: Db }>(({ db }) => forget(db));

  test("is due once, whoever takes it and however often, and the next one is waited for", async ({ db, as, clock }) => {
    const ctx = await as("editor");
    const { id: scheduleId } = await scheduleDrill(ctx, tuesdays());
    await takeTurn(ctx, { scheduleId });
    expect((await listDrills(ctx, {})).drills[0]?.turns).toEqual([]);
    clock.now = at("2026-01-20T09:00:01Z");
    await Promise.all([takeTurn(ctx, { scheduleId }), takeTurn(ctx, { scheduleId }), takeTurn(ctx, { scheduleId })]);
    const [drill] = (await listDrills(ctx, { service: "api" })).drills;
    expect(drill?.turns).toMatchObject([{ dueAt: "2026-01-20T09:00:00.000Z", state: "due", run: null }]);
    expect(drill?.nextAt).toBe("2026-01-27T09:00:00.000Z");
    expect(await waiting(db)).toEqual(["2026-01-27T09:00:00.000Z"]);
  });

  test("that nobody started is missed when the next one comes", async ({ as, clock }) => {
    const ctx = await as("editor");
    const { id: scheduleId } = await scheduleDrill(ctx, tuesdays());
    for (const day of ["2026-01-20", "2026-01-27"]) {
      clock.now = at(`${day}T09:00:00Z`);
      await takeTurn(ctx, { scheduleId });
    }
    const [drill] = (await listDrills(ctx, {})).drills;
    expect(drill?.turns.map(({ state, dueAt }) => `${dueAt.slice(0, 10)} ${state}`)).toEqual([
      "2026-01-27 due",
      "2026-01-20 missed",
    ]);
    const turn = drill?.turns[1]?.id;
    await expect(startRun(ctx, { ...api, turn })).rejects.toMatchObject({ code: "drill_missed" });
  });

  test("comes alone after a long time away: the others were missed", async ({ as, clock }) => {
    const ctx = await as("editor");
    const { id: scheduleId } = await scheduleDrill(ctx, tuesdays());
    clock.now = at("2026-02-12T00:00:00Z");
    await takeTurn(ctx, { scheduleId });
    const [drill] = (await listDrills(ctx, {})).drills;
    expect(drill?.turns.map(({ state }) => state)).toEqual(["due", "missed", "missed", "missed"]);
    expect(drill?.nextAt).toBe("2026-02-17T09:00:00.000Z");
  });

  test("becomes one run, however many start it, and shows what came of it", async ({ db, as, clock }) => {
    const ctx = await as("editor");
    const { id: scheduleId } = await scheduleDrill(ctx, tuesdays());
    clock.now = at("2026-01-20T09:00:00Z");
    await takeTurn(ctx, { scheduleId });
    const [drill] = (await listDrills(ctx, {})).drills;
    const turn = drill && dueTurn(drill)?.id;
    const before = await db.run.count();
    const starts = await Promise.allSettled([1, 2, 3].map(() => startRun(ctx, { ...api, turn })));
    const [run] = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
    const refusals = starts.flatMap((start) => (start.status === "rejected" ? [start.reason] : []));
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: "drill_started", details: { runId: run?.id } });
    expect(await db.run.count()).toBe(before + 1);
    expect(run).toMatchObject({ drill: true, incident: null });
    await endRun(ctx, { runId: run?.id ?? "", outcome: "abandoned", reason: "Hubo una alerta de verdad" });
    const [after] = (await listDrills(ctx, {})).drills;
    expect(after?.turns).toMatchObject([
      { state: "started", run: { status: "abandoned", startedBy: "editor de guardia" } },
    ]);
    clock.now = at("2026-01-27T09:00:00Z");
    await takeTurn(ctx, { scheduleId });
    expect((await listDrills(ctx, {})).drills[0]?.turns.map(({ state }) => state)).toEqual(["due", "started"]);
  });

  test("of one procedure does not start another", async ({ as, clock }) => {
    const ctx = await as("editor");
    const { id: scheduleId } = await scheduleDrill(ctx, tuesdays());
    clock.now = at("2026-01-20T09:00:00Z");
    await takeTurn(ctx, { scheduleId });
    content.write("runbooks/api/otra.mdx", content.read("runbooks/api/emergencias.mdx"));
    const [drill] = (await listDrills(ctx, {})).drills;
    const turn = drill && dueTurn(drill)?.id;
    const other = startRun(ctx, { runbook: "api/otra", procedure: "api-no-responde", turn });
    await expect(other).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a run on an incident that is a drill says so on its timeline", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx, { kind: "drill" });
  const run = await startRun(ctx, { ...api, key });
  expect(run.drill).toBe(true);
  await endRun(ctx, { runId: run.id, outcome: "abandoned", reason: "Basta por hoy" });
  const { entries } = await listEntries(ctx, { key, after: 0, limit: 50 });
  const told = entries.filter(({ runId }) => runId === run.id);
  expect(told.map(({ body }) => body.slice(0, 13))).toEqual(["Simulacro · ▶", "Simulacro · ■"]);
  expect(told.every(({ data }) => data.drill === true)).toBe(true);
});

test("drills are listed apart from runs on incidents, and follow what the incident turns out to be", async ({ as }) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const alone = await startRun(ctx, api);
  const onIncident = await startRun(ctx, { ...api, key });
  const listed = async (drill: "true" | "false") =>
    (await listRuns(ctx, ListRuns.parse({ drill, ...api }))).runs.map(({ id }) => id);
  expect(await listed("true")).toContain(alone.id);
  expect(await listed("true")).not.toContain(onIncident.id);
  expect(await listed("false")).toEqual([onIncident.id]);
  await patchIncident(ctx, PatchIncident.parse({ key, kind: "drill" }));
  expect(await listed("false")).toEqual([]);
  expect(await listed("true")).toContain(onIncident.id);
});
