import { entryPolicy } from "@/features/incidents/policy";
import { strikeEntry } from "@/features/incidents/timeline/correct/commands";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { type LoadedRun, loadRun, lockRun } from "../../lock/queries";
import { isOpen } from "../../machine";
import { runPolicy } from "../../policy";
import { viewOf, wholeStep } from "../../queries";
import { recordRunEvent } from "../../record/commands";
import type { RunState } from "../../run-state";
import type { RunView } from "../../schema";
import { withOutput } from "../commands";
import { evidenceOf, outputText } from "../queries";
import type { EvidenceView, WithdrawEvidence } from "../schema";
import { evidenceStories } from "../stories";

/**
 * Takes back evidence: it counts no more and is struck through, here and on the timeline, and stays to be read. Before the step is
 * finished that needs no reason. Whoever sent it may, and editors. Once more changes nothing.
 * @throws `not_found`, `reason_required`
 */
export async function withdrawEvidence(ctx: Ctx, input: WithdrawEvidence): Promise<{ run: RunView }> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, stepId, evidenceId } = input;
  await transaction(ctx.db, async (tx) => {
    const run = await lockRun(tx, runId);
    const items = (await evidenceOf(tx, runId)).filter((item) => item.stepId === stepId);
    const item = items.find(({ id }) => id === evidenceId);
    if (!item) throw new AppError("not_found", { evidenceId });
    authorize(entryPolicy, "retract", ctx.actor, { kind: "evidence", actorId: item.by.id, actorName: item.by.name });
    if (item.withdrawn) return;
    const open = isOpen(wholeStep(run, stepId).state);
    if (!open && input.reason === "") throw new AppError("reason_required");
    const reason = input.reason || evidenceStories(ctx.locale).removed();
    const after = item.output && open ? await withoutOutput(tx, run, items, item) : run.state;
    const data = { item: evidenceId, reason };
    await recordRunEvent(tx, ctx, run, after, { event: "withdraw", stepId, data, entries: [] });
    await strikeEntry(tx, ctx, evidenceId, reason);
  });
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)) };
}

/** The answer rests on the last output that stands, if any does. */
async function withoutOutput(tx: Tx, run: LoadedRun, items: EvidenceView[], taken: EvidenceView): Promise<RunState> {
  const standing = items.filter(({ id, output, withdrawn }) => output && !withdrawn && id !== taken.id);
  const last = standing.at(-1);
  return withOutput(run.state, taken.stepId, last ? await outputText(tx, last.id) : null);
}
