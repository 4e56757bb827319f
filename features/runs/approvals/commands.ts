import { v7 } from "uuid";
import { z } from "zod";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { dequeue, enqueue } from "@/lib/jobs/queue";
import { type LoadedRun, loadRun, lockRun } from "../lock/queries";
import { viewOf, wholeStep } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ChangedRun } from "../schema";
import { checkOpen } from "../steps/commands";
import { type ApprovalRow, isStanding, latestRequest, stateAt, wantsApproval } from "./approval";
import { approvalPolicy, isOwnRequest, personBehind } from "./policy";
import { ruleFor } from "./queries";
import { approvalRequest } from "./request";
import type { AskApproval, DecideApproval, OverrideApproval } from "./schema";
import { approvalWords } from "./words";

/** Name of the task that writes down that time ran out. */
export const expiryTask = "expire-approval";
const keyOf = (approvalId: string) => `approval:${approvalId}`;
/** In the language of whoever asked. */
const Expiry = z.object({ approvalId: z.uuid(), locale: z.enum(["es", "en"]) });

/**
 * Asks for a second person's word on a step. The same id twice is one request, and a step has one open request at a time.
 * @throws `approval_not_needed`; `approval_settled` with the open or standing `approval`; `step_not_ready`; `run_ended`;
 *   `incident_closed`; `id_reused`
 */
export async function askApproval(ctx: Ctx, input: AskApproval): Promise<ChangedRun> {
  authorize(approvalPolicy, "ask", ctx.actor, undefined);
  const { runId, stepId, note = "" } = input;
  const id = input.id ?? v7();
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    const { step, rule, latest } = await approvable(tx, ctx, run, stepId);
    if (latest && stateAt(latest, ctx.now()) === "asked") throw settled(latest, ctx.now());
    if (latest?.state === "asked") await expire(tx, ctx, run, latest);
    if (step.waitingFor !== null) throw new AppError("step_not_ready", { stepId, waitingFor: step.waitingFor });
    const at = ctx.now();
    const expiresAt = new Date(at.getTime() + rule.timeout * 1_000);
    const asker = { requestedAt: at, requestedById: personBehind(ctx.actor), requestedBy: ctx.actor.name };
    await tx.stepApproval.create({ data: { id, runId, stepId, note, ...asker, expiresAt } });
    await enqueue(tx, {
      task: expiryTask,
      payload: { approvalId: id, locale: ctx.locale },
      key: keyOf(id),
      at: expiresAt,
    });
    const body = approvalWords(ctx.locale).asked(step, Math.round(rule.timeout / 60), note);
    const data = { event: "approval-asked", approvalId: id, title: step.title, target: step.target, note };
    await tell(tx, ctx, run, { id, event: "approval-ask", stepId, body, data });
    return false;
  });
  return changed(ctx, runId, repeated);
}

/**
 * Grants or refuses a request, as another person than whoever asked. The first answer counts.
 * @throws `own_approval`; `approval_settled` with the `approval`, when it was answered or time ran out; `reason_required`;
 *   `not_found`; `incident_closed`; `id_reused`
 */
export async function decideApproval(ctx: Ctx, input: DecideApproval): Promise<ChangedRun> {
  authorize(approvalPolicy, "decide", ctx.actor, undefined);
  const { approvalId, decision, reason = "" } = input;
  const { runId } = await found(ctx.db, approvalId);
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    const request = await found(tx, approvalId);
    if (isOwnRequest(ctx.actor, request)) throw new AppError("own_approval", { requestedBy: request.requestedBy });
    if (request.spentAt !== null || stateAt(request, ctx.now()) !== "asked") throw settled(request, ctx.now());
    if (decision === "refuse" && reason === "") throw new AppError("reason_required", { decision });
    const step = wholeStep(run, request.stepId);
    const outcome = decision === "grant" ? "granted" : "refused";
    await decide(tx, ctx, approvalId, outcome, reason);
    const body = approvalWords(ctx.locale)[outcome](step, request.requestedBy, reason);
    const { title, target } = step;
    const data = { event: `approval-${outcome}`, approvalId, title, target, reason, requestedBy: request.requestedBy };
    await tell(tx, ctx, run, { id: input.id, event: `approval-${decision}`, stepId: step.id, body, data });
    return false;
  });
  return changed(ctx, runId, repeated);
}

/**
 * Goes ahead without a second person, in an emergency and with a reason. Told on the timeline, in the audit log and in the list
 * of such cases.
 * @throws `approval_not_needed`; `approval_settled` when it was granted already; `reason_required`; `run_ended`;
 *   `incident_closed`; `id_reused`
 */
export async function overrideApproval(ctx: Ctx, input: OverrideApproval): Promise<ChangedRun> {
  authorize(approvalPolicy, "override", ctx.actor, undefined);
  const { runId, stepId, reason } = input;
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    const { step, latest } = await approvable(tx, ctx, run, stepId);
    if (reason === "") throw new AppError("reason_required", { event: "override" });
    const now = ctx.now();
    const open = latest && stateAt(latest, now) === "asked" ? latest : null;
    if (!open && latest?.state === "asked") await expire(tx, ctx, run, latest);
    const approvalId = open?.id ?? v7();
    if (!open) {
      const asker = { requestedAt: now, requestedById: ctx.actor.id, requestedBy: ctx.actor.name, expiresAt: now };
      await tx.stepApproval.create({ data: { id: approvalId, runId, stepId, ...asker } });
    }
    await decide(tx, ctx, approvalId, "overridden", reason);
    const { title, target } = step;
    const { drill, incident } = run.record;
    const body = approvalWords(ctx.locale).overridden(step, reason, drill);
    const data = { event: "approval-overridden", approvalId, title, target, reason, drill };
    await tell(tx, ctx, run, { id: input.id, event: "approval-override", stepId, body, data });
    await audit(tx, ctx, {
      action: "approval.overridden",
      subject: `run:${runId}`,
      data: { stepId, title, target, reason, drill, incident: incident?.number ?? null },
    });
    return false;
  });
  return changed(ctx, runId, repeated);
}

/** Writes down that nobody answered in time. Late, repeated, or after an answer it does nothing. */
export async function expireApproval(asSystem: Ctx, payload: unknown): Promise<void> {
  const { approvalId, locale } = Expiry.parse(payload);
  const ctx: Ctx = { ...asSystem, locale };
  const request = await ctx.db.stepApproval.findUnique({ where: { id: approvalId }, select: { runId: true } });
  if (!request) return;
  await writing(ctx, undefined, async (tx) => {
    const run = await lockRun(tx, request.runId);
    const row = await found(tx, approvalId);
    if (row.state === "asked" && stateAt(row, ctx.now()) === "expired") await expire(tx, ctx, run, row);
  });
}

/** The step, open and covered by a rule, with what was asked so far. */
async function approvable(tx: Tx, ctx: Ctx, run: LoadedRun, stepId: string) {
  checkOpen(run);
  if (run.state.status !== "active") throw new AppError("run_ended", { status: run.state.status });
  const step = wholeStep(run, stepId);
  const rule = await ruleFor(tx, run.record.criticality);
  const settledStep = step.state === "done" || step.state === "failed" || step.state === "skipped";
  if (settledStep || !wantsApproval(rule.scope, step)) throw new AppError("approval_not_needed", { stepId });
  const rows = await tx.stepApproval.findMany({ where: { runId: run.record.id, stepId, spentAt: null } });
  const latest = latestRequest(rows, stepId);
  if (latest && isStanding(latest)) throw settled(latest, ctx.now());
  return { step, rule, latest };
}

async function decide(tx: Tx, ctx: Ctx, id: string, state: "granted" | "refused" | "overridden", reason: string) {
  const { id: decidedById, name: decidedBy } = ctx.actor;
  await dequeue(tx, keyOf(id));
  await tx.stepApproval.update({
    where: { id },
    data: { state, decidedAt: ctx.now(), decidedById, decidedBy, reason: reason || null },
  });
}

async function expire(tx: Tx, ctx: Ctx, run: LoadedRun, row: ApprovalRow) {
  await tx.stepApproval.update({ where: { id: row.id }, data: { state: "expired" } });
  const { title, target } = wholeStep(run, row.stepId);
  const body = approvalWords(ctx.locale).expired({ title, target }, row.requestedBy);
  const data = { event: "approval-expired", approvalId: row.id, title, target };
  await tell(tx, ctx, run, { event: "approval-expire", stepId: row.stepId, body, data });
}

type Telling = { id?: string; event: string; stepId: string; body: string; data: Record<string, unknown> };

/** The run's event and the decision on the timeline. A closed incident takes no more entries: the run keeps the event. */
async function tell(tx: Tx, ctx: Ctx, run: LoadedRun, { body, data, ...happening }: Telling) {
  const closed = run.record.incident?.status === "closed";
  const entries = closed ? [] : [{ kind: "decision" as const, body, data }];
  await recordRunEvent(tx, ctx, run, run.state, { ...happening, data, entries });
}

async function found(tx: Tx, id: string) {
  const row = await tx.stepApproval.findUnique({ where: { id } });
  if (!row) throw new AppError("not_found", { approvalId: id });
  return row;
}

const settled = (row: ApprovalRow, now: Date) =>
  new AppError("approval_settled", { approval: approvalRequest(row, now) });

async function changed(ctx: Ctx, runId: string, repeated: boolean): Promise<ChangedRun> {
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}
