import { doneAt } from "@/features/incidents/timeline/happened";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { entryWords } from "../entry-text";
import { loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf, wholeStep } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ChangedRun, RecordCopy } from "../schema";
import { checkOpen } from "../steps/commands";

/**
 * Keeps that somebody copied a command, as they filled it in. The same id twice is one copy.
 * @throws `not_found`, `incident_closed`, `id_reused`, `future_time`, `before_start`
 */
export async function recordCopy(ctx: Ctx, input: RecordCopy): Promise<ChangedRun> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, stepId, lang } = input;
  // The browser masks what it filled in; a secret that stands in the runbook or was typed as a plain value is masked here.
  const command = maskSecrets(input.command);
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    const { title } = wholeStep(run, stepId);
    const body = entryWords(ctx.locale).copied(title, command, lang);
    const data = { event: "copy", title, command, lang };
    const entries = [{ kind: "step" as const, body, data }];
    const happenedAt = doneAt(input.happenedAt, run.record.startedAt, ctx.now());
    await recordRunEvent(tx, ctx, run, run.state, { id: input.id, event: "copy", stepId, data, entries, happenedAt });
    return false;
  });
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}
