import { headCommit, isKnownCommit } from "@/features/runbooks/git/head/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type LoadedRun, loadRun } from "../lock/queries";
import { pinnedStepTexts, runbookNow, stepTexts } from "../pin/queries";
import { runPolicy } from "../policy";
import type { RunRef } from "../schema";
import { changesAhead, proceduresGone } from "./changes";
import type { Offered } from "./offered";
import type { StepChanges } from "./schema";
import type { Standing } from "./standing";

/** How a run stands to its runbook as it is now. The commit is left out: it costs a call of git, and only adopting names it. */
export async function standingOf(db: Tx, { record, state }: LoadedRun): Promise<Standing> {
  const now = await runbookNow(record.runbook);
  const nothing = { movedTo: null, offered: null, changes: [], gone: [] };
  if (typeof now === "string") return { ...nothing, state: now };
  const path = `${now.path}.${now.format}`;
  const movedTo = now.path === record.runbook ? null : now.path;
  const standing = now.blob === record.blob ? "same" : "changed";
  const { plan, variables } = now.outline;
  const texts = () => stepTexts(now.blob, path, now.source);
  const base = { blob: now.blob, commit: null, procedures: plan.procedures, variables };
  if (state.status !== "active" || (standing === "same" && !state.plan.versions)) {
    return { ...nothing, state: standing, movedTo, offered: { ...base, texts: new Map() } };
  }
  const offered: Offered = { ...base, texts: texts() };
  const blobs = [...new Set([record.blob, ...state.steps.flatMap(({ blob }) => blob ?? [])])];
  const held = await pinnedStepTexts(db, blobs);
  const changes = changesAhead(state, offered, (id, blob) => held.get(blob ?? record.blob)?.get(id) ?? null);
  return { state: standing, movedTo, offered, changes, gone: proceduresGone(state, offered) };
}

/** The difference of each step ahead between what a run holds and the runbook in force. @throws `not_found` */
export async function stepChanges(ctx: Ctx, { runId }: RunRef): Promise<StepChanges> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const run = await loadRun(ctx.db, runId);
  const { commit } = run.record;
  const [{ offered, changes }, head, known] = await Promise.all([
    standingOf(ctx.db, run),
    headCommit(),
    commit ? isKnownCommit(commit) : null,
  ]);
  return { blob: offered?.blob ?? null, commit: offered && head, pinned: { commit, known }, changes };
}
