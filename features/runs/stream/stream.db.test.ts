import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { stopListening } from "@/lib/realtime/listener";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { streamReader } from "@/test/stream-reader";
import { getRun } from "../queries";
import type { RunChange, RunView } from "../schema";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { setVariables } from "../variables/commands";
import { checkFollow, streamRun } from "./queries";
import { applyChange } from "./run-change";

const runbook = "api/seguir";
const ids = Array.from({ length: 20 }, (_, n) => `paso-${n}`);
const body = `<Procedure id="p" title="P">\n${ids.map((id) => `<Step id="${id}" title="${id}" />`).join("\n")}\n</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write(runbook, body, "variables:\n  - { name: HOST }\n"));
afterAll(() => content.remove());
beforeEach<{ databaseUrl: string }>(({ databaseUrl }) => {
  process.env.DATABASE_URL = databaseUrl;
});
afterEach(stopListening);

const soon = { timeout: 5_000, interval: 10 };
const start = (ctx: Ctx) => startRun(ctx, { runbook, procedure: "p" });
const complete = (ctx: Ctx, runId: string, n: number) =>
  actOnStep(ctx, { runId, stepId: ids[n] ?? "", event: "complete", expectedVersion: 1 });

function follow(ctx: Ctx, runId: string, view: "whole" | "changes", slow = false) {
  const reader = streamReader({ slow });
  void streamRun(ctx, { runId, view, place: "" }, reader.stream);
  return reader;
}

/** What the follower of changes holds after all that it was sent. */
function held(events: { event: string; data: unknown }[]): RunView | null {
  return events.reduce<RunView | null>((run, { event, data }) => {
    if (event === "run") return data as RunView;
    return event === "run-changed" && run ? applyChange(run, data as RunChange) : run;
  }, null);
}

describe("following a run", () => {
  test("sends all of it at each change, or once and then what differs: both end at the same", async ({ as }) => {
    const ana = await as("responder", "Ana");
    const { id } = await start(ana);
    const [whole, changes] = [follow(ana, id, "whole"), follow(ana, id, "changes")];
    await vi.waitFor(() => expect(held(changes.events)?.version).toBe(1), soon);
    for (let n = 0; n < 10; n++) await complete(ana, id, n);
    await setVariables(ana, { runId: id, variables: { HOST: "api-1" } });
    const now = await getRun(ana, { runId: id });
    const same = { ...now, now: expect.any(String) };
    await vi.waitFor(() => {
      expect(whole.of("run").at(-1)?.data).toEqual(same);
      expect(held(changes.events)).toEqual(same);
    }, soon);
    expect(changes.of("run")).toHaveLength(1);
    const steps = changes.of("run-changed").flatMap(({ data }) => (data as RunChange).steps);
    expect(steps.length).toBeLessThan(3 * ids.length);
    for (const { stream } of [whole, changes]) stream.close();
  });

  test("a slow reader holds nobody, and is sent the last state when it wakes", async ({ as }) => {
    const ana = await as("responder", "Ana");
    const { id } = await start(ana);
    const [slow, quick] = [follow(ana, id, "changes", true), follow(ana, id, "changes")];
    await vi.waitFor(() => expect([held(slow.events)?.version, held(quick.events)?.version]).toEqual([1, 1]), soon);
    for (let n = 0; n < 5; n++) await complete(ana, id, n);
    await vi.waitFor(() => expect(held(quick.events)?.version).toBe(6), soon);
    expect(slow.of("run-changed")).toHaveLength(0);
    slow.wake();
    await vi.waitFor(() => expect(held(slow.events)?.version).toBe(6), soon);
    expect(slow.of("run-changed")).toHaveLength(1);
    for (const { stream } of [slow, quick]) stream.close();
  });

  test("is for members, and hides what there is not", async ({ as, asNobody }) => {
    const ana = await as("responder", "Ana");
    const { id: runId } = await start(ana);
    await expect(checkFollow(asNobody, { runId })).rejects.toMatchObject({ code: "unauthenticated" });
    const none = { runId: "01900000-0000-7000-8000-000000000000" };
    await expect(checkFollow(ana, none)).rejects.toMatchObject({ code: "not_found" });
  });
});
