import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { changeStatus } from "@/features/incidents/status/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import { publishRunbook } from "@/features/runbooks/publishing/commands";
import { editableSource } from "@/features/runbooks/publishing/queries";
import { closeSuggestion } from "@/features/runbooks/suggestions/commands";
import { listSuggestions, openSuggestions } from "@/features/runbooks/suggestions/queries";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getRun } from "../queries";
import { startRun } from "../start/commands";
import { suggestChange } from "./commands";

const runbook = "api/emergencias";
let content: ContentRepository;
beforeAll(() => {
  content = contentRepository("own");
});
afterAll(() => content.remove());

async function runOn(ctx: Ctx) {
  const { key } = await buildIncident(ctx);
  const { id: runId } = await startRun(ctx, { key, runbook, procedure: "api-no-responde" });
  return { key, runId };
}
const said = { stepId: "ver-logs", wrong: "El contenedor se llama api-2", instead: "docker logs api-2" };
const ofRun = async (ctx: Ctx, runId: string) => (await getRun(ctx, { runId })).suggestions;

describe("saying that a step is wrong", () => {
  test("is one suggestion on the step, the text and the run, one event and one entry", async ({ as, db }) => {
    const ana = await as("responder", "Ana");
    const { key, runId } = await runOn(ana);
    const id = v7();
    const input = { runId, ...said, id };
    const both = await Promise.all([suggestChange(ana, input), suggestChange(ana, input)]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    const run = await getRun(ana, { runId });
    expect(run.suggestions).toMatchObject([
      {
        id,
        runbook,
        procedure: "api-no-responde",
        stepId: "ver-logs",
        blob: run.blob,
        state: "open",
        wrong: said.wrong,
      },
    ]);
    expect(await db.runEvent.count({ where: { runId, event: "suggest" } })).toBe(1);
    const { entries } = await listEntries(ana, { key, after: 0, limit: 100 });
    const told = entries.filter(({ data }) => data.event === "suggestion");
    expect(told.map(({ kind, stepId, body }) => [kind, stepId, body])).toEqual([
      ["note", "ver-logs", expect.stringMatching(/api-2[\s\S]*docker logs api-2/)],
    ]);
  });

  test("is for responders; viewers read it on the run, and the list is for editors", async ({ as, asNobody }) => {
    const ana = await as("responder", "Ana");
    const { runId } = await runOn(ana);
    await suggestChange(ana, { runId, ...said });
    const viewer = await as("viewer");
    await expect(suggestChange(viewer, { runId, ...said })).rejects.toMatchObject({ code: "forbidden" });
    expect(await ofRun(viewer, runId)).toHaveLength(1);
    for (const ctx of [viewer, ana]) {
      await expect(listSuggestions(ctx, { state: "open" })).rejects.toMatchObject({ code: "forbidden" });
      expect(await openSuggestions(ctx)).toEqual({});
    }
    expect(await openSuggestions(asNobody)).toEqual({});
    expect((await openSuggestions(await as("editor")))[runbook]).toBeGreaterThan(0);
  });

  test("is still possible when the incident is closed, without touching its timeline", async ({ as }) => {
    const ana = await as("responder", "Ana");
    const { key } = await buildIncident(ana, { kind: "drill" });
    const { id: runId } = await startRun(ana, { key, runbook, procedure: "api-no-responde" });
    await changeStatus(ana, { key, to: "resolved", override: false });
    await changeStatus(ana, { key, to: "closed", override: true, reason: "ensayo" });
    const before = (await listEntries(ana, { key, after: 0, limit: 100 })).entries.length;
    await suggestChange(ana, { runId, ...said });
    expect(await ofRun(ana, runId)).toHaveLength(1);
    expect((await listEntries(ana, { key, after: 0, limit: 100 })).entries).toHaveLength(before);
  });
});

describe("an editor's answer", () => {
  test("declines with a reason, once; the author reads it on the run", async ({ as }) => {
    const [ana, editor] = [await as("responder", "Ana"), await as("editor", "Eva")];
    const { runId } = await runOn(ana);
    await suggestChange(ana, { runId, ...said });
    const id = (await ofRun(ana, runId))[0]?.id ?? "";
    const answer = { suggestionId: id, decision: "decline", expectedVersion: 1 } as const;
    await expect(closeSuggestion(editor, { ...answer, reason: "" })).rejects.toMatchObject({ code: "reason_required" });
    const both = await Promise.allSettled([
      closeSuggestion(editor, { ...answer, reason: "El contenedor es otro" }),
      closeSuggestion(editor, { ...answer, decision: "adopt", reason: "" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "suggestion_settled" });
    expect(await ofRun(ana, runId)).toMatchObject([{ closedBy: "Eva", version: 2 }]);
  });

  test("comes with a publication, which closes what it answers and nothing else", async ({ as }) => {
    const [ana, editor] = [await as("responder", "Ana"), await as("editor", "Eva")];
    const { runId, key } = await runOn(ana);
    await suggestChange(ana, { runId, ...said });
    await suggestChange(ana, { runId, ...said, wrong: "Falta el segundo servidor" });
    const [first, second] = await ofRun(ana, runId);
    const listed = async () => (await listSuggestions(editor, { runbook, state: "open" })).suggestions;
    expect((await listed()).find(({ id }) => id === first?.id)).toMatchObject({
      stepNow: "same",
      runHref: `/incidents/${key}/runs/${runId}`,
      incidentKey: key,
    });
    const { text, blob } = await editableSource(editor, runbook);
    const published = await publishRunbook(editor, {
      path: runbook,
      text: text.replace("docker logs api", "docker logs api-2"),
      baseBlob: blob,
      adoptBlob: null,
      message: "El contenedor se llama api-2",
      answers: [first?.id ?? ""],
    });
    expect(await ofRun(ana, runId)).toMatchObject([
      { id: first?.id, state: "adopted", closedBy: "Eva", closedCommit: published.commit },
      { id: second?.id, state: "open", closedCommit: null },
    ]);
    expect((await listed()).find(({ id }) => id === second?.id)?.stepNow).toBe("changed");
  });
});
