import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test as base } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getRun } from "../queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";
import { askApproval, decideApproval, expireApproval, overrideApproval } from "./commands";
import { listApprovals } from "./queries";
import { setApprovalRule } from "./settings/commands";

const body = `
<Procedure id="cache" title="Vaciar la caché">
<Remediation order="any">
<Step id="wipe" title="Vaciar la caché" kind="change" irreversible target="redis" />
<Step id="restart" title="Reiniciar" kind="change" target="api"><Undo>Nada.</Undo></Step>
</Remediation>
</Procedure>`;
const runbook = "api/emergencias";
const content = contentFolder();
beforeAll(() => content.write(runbook, body, "criticality: critical\n"));
afterAll(() => content.remove());

type People = { ana: Ctx; luis: Ctx; admin: Ctx; key: string; runId: string };
/** A run on an incident, of a runbook whose irreversible steps want a second person for five minutes. */
const test = base.extend<{ on: People }>({
  on: async ({ as, db }, use) => {
    const [ana, luis, admin] = [await as("responder", "Ana"), await as("responder", "Luis"), await as("admin", "Jefa")];
    await db.approvalPolicy.deleteMany();
    const rule = { criticality: "critical", scope: "irreversible", timeout: 300, expectedVersion: 0 } as const;
    await setApprovalRule(admin, rule);
    const { key } = await buildIncident(ana);
    const { id } = await startRun(ana, { key, runbook, procedure: "cache" });
    await use({ ana, luis, admin, key, runId: id });
  },
});

const entriesOf = async (ctx: Ctx, key: string) => (await listEntries(ctx, { key, after: 0, limit: 100 })).entries;
const wipeOf = async (ctx: Ctx, runId: string) =>
  (await getRun(ctx, { runId })).approvals.find(({ stepId }) => stepId === "wipe");
async function ask({ ana, runId }: People, ctx = ana) {
  await askApproval(ctx, { runId, stepId: "wipe", note: "Vacío redis entero" });
  return (await wipeOf(ctx, runId))?.request?.id as string;
}
async function act(
  ctx: Ctx,
  runId: string,
  stepId: string,
  action: { event: "start" | "complete" | "fail" | "skip" | "reopen" },
) {
  const { steps } = await getRun(ctx, { runId });
  const expectedVersion = steps.find(({ id }) => id === stepId)?.version ?? 0;
  return actOnStep(ctx, { runId, stepId, expectedVersion, confirm: "redis", note: "Porque sí", ...action });
}

describe("a step that wants a second person", () => {
  test.for(["start", "complete", "fail"] as const)("refuses %s until somebody granted it", async (event, { on }) => {
    const { ana, luis, runId } = on;
    await expect(act(ana, runId, "wipe", { event })).rejects.toMatchObject({
      code: "approval_required",
      details: { criticality: "critical", approval: { stepId: "wipe", scope: "irreversible", standing: false } },
    });
    await decideApproval(luis, { approvalId: await ask(on), decision: "grant" });
    const states = { start: "active", complete: "done", fail: "failed" };
    await expect(act(ana, runId, "wipe", { event })).resolves.toMatchObject({ state: states[event] });
  });

  test("may be skipped, and the other steps need nobody", async ({ on: { ana, runId } }) => {
    await expect(act(ana, runId, "restart", { event: "complete" })).resolves.toMatchObject({ state: "done" });
    await expect(act(ana, runId, "wipe", { event: "skip" })).resolves.toMatchObject({ state: "skipped" });
  });

  test("is granted once: reopened or handed back, it wants another word", async ({ on }) => {
    const { ana, luis, runId } = on;
    await decideApproval(luis, { approvalId: await ask(on), decision: "grant" });
    await act(ana, runId, "wipe", { event: "start" });
    await act(ana, runId, "wipe", { event: "reopen" });
    await expect(act(ana, runId, "wipe", { event: "start" })).rejects.toMatchObject({ code: "approval_required" });
    await decideApproval(luis, { approvalId: await ask(on), decision: "grant" });
    await act(ana, runId, "wipe", { event: "fail" });
    await act(ana, runId, "wipe", { event: "reopen" });
    await expect(act(ana, runId, "wipe", { event: "start" })).rejects.toMatchObject({ code: "approval_required" });
  });

  test("is free once the rule is gone, and held at once when it comes", async ({ on: { ana, admin, runId } }) => {
    await setApprovalRule(admin, { criticality: "critical", scope: "never", timeout: 300, expectedVersion: 1 });
    expect((await getRun(ana, { runId })).approvals).toEqual([]);
    await act(ana, runId, "wipe", { event: "start" });
    await setApprovalRule(admin, { criticality: "critical", scope: "change", timeout: 300, expectedVersion: 2 });
    for (const stepId of ["wipe", "restart"]) {
      await expect(act(ana, runId, stepId, { event: "complete" })).rejects.toMatchObject({ code: "approval_required" });
    }
  });
});

describe("answering", () => {
  test("is told with who asked, who granted and their word", async ({ on }) => {
    const { ana, luis, key, runId } = on;
    await decideApproval(luis, { approvalId: await ask(on), decision: "grant", reason: "Hay copia de las 02:00" });
    const told = (await entriesOf(ana, key)).filter(({ kind }) => kind === "decision");
    expect(told.map(({ actor, body, data }) => [actor.name, data.event, body])).toEqual([
      ["Ana", "approval-asked", expect.stringMatching(/Vaciar la caché.*redis[\s\S]*Vacío redis entero/)],
      ["Luis", "approval-granted", expect.stringMatching(/Ana[\s\S]*Hay copia de las 02:00/)],
    ]);
    expect(await wipeOf(ana, runId)).toMatchObject({
      standing: true,
      request: { state: "granted", decidedBy: { id: luis.actor.id, name: "Luis" } },
    });
  });

  test("of one's own request is refused, also through a token that one made", async ({ on }) => {
    const { ana, luis, runId } = on;
    const approvalId = await ask(on);
    const token: Ctx = { ...ana, actor: { kind: "token", id: null, name: "mío", role: "admin", madeBy: ana.actor.id } };
    await expect(decideApproval(ana, { approvalId, decision: "grant" })).rejects.toMatchObject({
      code: "own_approval",
    });
    await expect(decideApproval(token, { approvalId, decision: "grant" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(overrideApproval(token, { runId, stepId: "wipe", reason: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await decideApproval(luis, { approvalId, decision: "refuse", reason: "Sin copia no" });
    const byToken = await ask(on, token);
    await expect(decideApproval(ana, { approvalId: byToken, decision: "grant" })).rejects.toMatchObject({
      code: "own_approval",
    });
    await decideApproval(luis, { approvalId: byToken, decision: "grant" });
    expect((await wipeOf(ana, runId))?.standing).toBe(true);
  });

  test("by two people at once counts once, and the other sees how it stands", async ({ on, as }) => {
    const approvalId = await ask(on);
    const marta = await as("editor", "Marta");
    const both = await Promise.allSettled([
      decideApproval(on.luis, { approvalId, decision: "grant" }),
      decideApproval(marta, { approvalId, decision: "refuse", reason: "No" }),
    ]);
    const [refused] = both.filter((one) => one.status === "rejected");
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(refused?.reason).toMatchObject({
      code: "approval_settled",
      details: { approval: { state: expect.stringMatching(/granted|refused/) } },
    });
    const decisions = (await entriesOf(on.ana, on.key)).filter(({ data }) => data.approvalId === approvalId);
    expect(decisions).toHaveLength(2);
  });

  test("twice with one id is one answer, and asking twice one request", async ({ on }) => {
    const { ana, luis, runId, key } = on;
    const [asking, answering] = [v7(), v7()];
    const request = { runId, stepId: "wipe", id: asking };
    const asked = await Promise.all([askApproval(ana, request), askApproval(ana, request)]);
    expect(asked.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    const answer = { approvalId: asking, decision: "grant", id: answering } as const;
    expect((await decideApproval(luis, answer)).repeated).toBe(false);
    expect((await decideApproval(luis, answer)).repeated).toBe(true);
    expect((await entriesOf(ana, key)).filter(({ kind }) => kind === "decision")).toHaveLength(2);
  });

  test("a refusal wants a reason and lets one ask anew", async ({ on }) => {
    const approvalId = await ask(on);
    await expect(decideApproval(on.luis, { approvalId, decision: "refuse" })).rejects.toMatchObject({
      code: "reason_required",
    });
    await decideApproval(on.luis, { approvalId, decision: "refuse", reason: "Espera a la copia" });
    expect(await wipeOf(on.ana, on.runId)).toMatchObject({ standing: false, request: { state: "refused" } });
    expect(await ask(on)).not.toBe(approvalId);
  });

  test("is for requests that are open: one at a time", async ({ on }) => {
    const approvalId = await ask(on);
    await expect(ask(on, on.luis)).rejects.toMatchObject({
      code: "approval_settled",
      details: { approval: { id: approvalId, state: "asked" } },
    });
    await expect(askApproval(on.ana, { runId: on.runId, stepId: "restart" })).rejects.toMatchObject({
      code: "approval_not_needed",
    });
  });
});

describe("time running out", () => {
  test("counts by the clock, without any job", async ({ on, clock }) => {
    const approvalId = await ask(on);
    clock.advance(300);
    expect((await wipeOf(on.ana, on.runId))?.request).toMatchObject({ id: approvalId, state: "expired" });
    expect((await listApprovals(on.luis, { show: "waiting" })).approvals.map(({ id }) => id)).not.toContain(approvalId);
    await expect(decideApproval(on.luis, { approvalId, decision: "grant" })).rejects.toMatchObject({
      code: "approval_settled",
      details: { approval: { state: "expired" } },
    });
    expect(await ask(on)).not.toBe(approvalId);
  });

  test("is told once, by the job or by whoever asks anew", async ({ on, clock }) => {
    const first = await ask(on);
    const job = { approvalId: first, locale: "es" };
    await expireApproval(on.admin, job);
    expect((await wipeOf(on.ana, on.runId))?.request?.state).toBe("asked");
    clock.advance(301);
    await expireApproval(on.admin, job);
    await expireApproval(on.admin, job);
    await ask(on);
    clock.advance(301);
    await ask(on);
    const told = (await entriesOf(on.ana, on.key)).filter(({ data }) => data.event === "approval-expired");
    expect(told).toHaveLength(2);
  });

  test("waits in the queue until then, and not once it was answered", async ({ on, db }) => {
    const waiting = async () =>
      (await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key LIKE 'approval:%'`).map(
        ({ key }) => key,
      );
    const approvalId = await ask(on);
    expect(await waiting()).toContain(`approval:${approvalId}`);
    await decideApproval(on.luis, { approvalId, decision: "grant" });
    expect(await waiting()).not.toContain(`approval:${approvalId}`);
  });
});

describe("going ahead without a second person", () => {
  test("wants a reason and is on record in three places", async ({ on, db }) => {
    const { ana, luis, key, runId } = on;
    await expect(overrideApproval(ana, { runId, stepId: "wipe", reason: "" })).rejects.toMatchObject({
      code: "reason_required",
    });
    await overrideApproval(ana, { runId, stepId: "wipe", reason: "Nadie contesta y cae la web" });
    expect((await entriesOf(ana, key)).at(-1)).toMatchObject({
      kind: "decision",
      body: expect.stringMatching(/SIN SEGUNDA PERSONA[\s\S]*Nadie contesta/),
      data: { event: "approval-overridden", drill: false },
    });
    expect(
      await db.auditEvent.findFirst({ where: { action: "approval.overridden" }, orderBy: { id: "desc" } }),
    ).toMatchObject({
      actorName: "Ana",
      subject: `run:${runId}`,
      data: { reason: "Nadie contesta y cae la web", target: "redis", drill: false },
    });
    const { approvals } = await listApprovals(luis, { show: "overridden" });
    expect(approvals.find(({ run }) => run.id === runId)).toMatchObject({
      decidedBy: { name: "Ana" },
      step: { title: "Vaciar la caché", target: "redis" },
    });
    await expect(act(ana, runId, "wipe", { event: "complete" })).resolves.toMatchObject({ state: "done" });
  });

  test("settles an open request; a late grant sees that", async ({ on }) => {
    const approvalId = await ask(on);
    await overrideApproval(on.ana, { runId: on.runId, stepId: "wipe", reason: "Urge" });
    await expect(decideApproval(on.luis, { approvalId, decision: "grant" })).rejects.toMatchObject({
      code: "approval_settled",
      details: { approval: { state: "overridden" } },
    });
  });

  test("in a drill is marked as one", async ({ on, db }) => {
    const { id } = await startRun(on.ana, { runbook, procedure: "cache" });
    await overrideApproval(on.ana, { runId: id, stepId: "wipe", reason: "Ensayo" });
    const audited = await db.auditEvent.findFirst({ where: { subject: `run:${id}` } });
    expect(audited?.data).toMatchObject({ drill: true });
  });
});

describe("requests that wait", () => {
  test("are listed with what an answer needs, and leave when the step is skipped", async ({ on }) => {
    const approvalId = await ask(on);
    const waiting = async () => (await listApprovals(on.luis, { show: "waiting" })).approvals;
    expect((await waiting()).find(({ id }) => id === approvalId)).toMatchObject({
      note: "Vacío redis entero",
      incident: { key: on.key },
      run: { id: on.runId, drill: false },
      step: { title: "Vaciar la caché", target: "redis", irreversible: true },
    });
    await act(on.ana, on.runId, "wipe", { event: "skip" });
    expect((await waiting()).map(({ id }) => id)).not.toContain(approvalId);
  });
});

describe("the rule of a criticality", () => {
  test("is set by an administrator who saw the one in force, and audited", async ({ on, as, db }) => {
    const high = { criticality: "high", scope: "change", timeout: 120 } as const;
    await expect(setApprovalRule(await as("editor"), { ...high, expectedVersion: 0 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const both = await Promise.allSettled(
      [0, 0].map((expectedVersion) => setApprovalRule(on.admin, { ...high, expectedVersion })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({
      code: "stale_version",
      details: { current: { scope: "change", timeout: 120, version: 1 } },
    });
    expect(await db.auditEvent.findMany({ where: { subject: "approval_policy:high" } })).toMatchObject([
      {
        action: "approval_policy.changed",
        actorName: "Jefa",
        data: { from: { scope: "never" }, to: { scope: "change" } },
      },
    ]);
  });

  test("asks for nobody where a runbook has no criticality", async ({ on }) => {
    await content.write("api/sin-criticidad", body, "");
    const { id, approvals } = await startRun(on.ana, { runbook: "api/sin-criticidad", procedure: "cache" });
    expect(approvals).toEqual([]);
    await expect(act(on.ana, id, "wipe", { event: "start" })).resolves.toMatchObject({ state: "active" });
  });
});
