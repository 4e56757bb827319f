import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { askForRefresh } from "../worklist/refresh/commands";
import { suggestionPolicy } from "./policy";
import type { CloseSuggestion, Suggestion } from "./schema";
import { suggestionView } from "./view";

type Found = Pick<
  Suggestion,
  "id" | "runbook" | "procedure" | "stepId" | "stepTitle" | "blob" | "runId" | "wrong" | "instead"
> & { commit: string | null };

/** Keeps what somebody found wrong with a step, in the transaction of the run that they found it in. */
export async function addSuggestion(tx: Tx, ctx: Ctx, found: Found): Promise<void> {
  authorize(suggestionPolicy, "suggest", ctx.actor, undefined);
  const { id: authorId, name: authorName } = ctx.actor;
  await tx.suggestion.create({ data: { ...found, authorId, authorName, createdAt: ctx.now() } });
  await askForRefresh(tx, ctx);
}

/**
 * Adopts or declines a suggestion; whoever wrote it sees that on the run.
 * @throws `not_found`; `suggestion_settled` with the `current` one; `stale_version`; `reason_required`
 */
export async function closeSuggestion(ctx: Ctx, input: CloseSuggestion): Promise<Suggestion> {
  authorize(suggestionPolicy, "close", ctx.actor, undefined);
  const { suggestionId: id, decision, reason, expectedVersion } = input;
  return transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM suggestion WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const row = await tx.suggestion.findUnique({ where: { id } });
    if (!row) throw new AppError("not_found", { suggestionId: id });
    if (row.state !== "open") throw new AppError("suggestion_settled", { current: suggestionView(row) });
    if (row.version !== expectedVersion) throw new AppError("stale_version", { current: suggestionView(row) });
    if (decision === "decline" && reason === "") throw new AppError("reason_required", { decision });
    const state = decision === "adopt" ? ("adopted" as const) : ("declined" as const);
    await close(tx, ctx, row, { state, reason: reason || null, closedCommit: null });
    return suggestionView(await tx.suggestion.findUniqueOrThrow({ where: { id } }));
  });
}

/**
 * Closes the suggestions that a publication answers, in the transaction that records it. One that somebody else closed
 * meanwhile stays as they left it.
 */
export async function answerSuggestions(
  tx: Tx,
  ctx: Ctx,
  { ids, path, commit }: { ids: string[]; path: string; commit: string },
): Promise<void> {
  const rows = await tx.suggestion.findMany({ where: { id: { in: ids }, runbook: path, state: "open" } });
  for (const row of rows) await close(tx, ctx, row, { state: "adopted", reason: null, closedCommit: commit });
}

type Closed = { state: "adopted" | "declined"; reason: string | null; closedCommit: string | null };

async function close(tx: Tx, ctx: Ctx, { id, runId }: { id: string; runId: string | null }, closed: Closed) {
  await tx.suggestion.update({
    where: { id },
    data: { ...closed, closedAt: ctx.now(), closedBy: ctx.actor.name, version: { increment: 1 } },
  });
  await audit(tx, ctx, { action: `suggestion.${closed.state}`, subject: `suggestion:${id}`, data: closed });
  await askForRefresh(tx, ctx);
  if (runId) await notify(tx, `run:${runId}`, 0);
}
