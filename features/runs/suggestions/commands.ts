import { createTranslator } from "next-intl";
import { v7 } from "uuid";
import { addSuggestion } from "@/features/runbooks/suggestions/commands";
import { suggestionPolicy } from "@/features/runbooks/suggestions/policy";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { loadRun, lockRun } from "../lock/queries";
import { asText } from "../markdown-text";
import { viewOf, wholeStep } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ChangedRun } from "../schema";
import type { SuggestChange } from "./schema";

const messages = { es, en };

/**
 * Says that a step of a run is wrong, for the runbook's editors and on the timeline. Also after the run has ended and its incident
 * was closed, when there is time for it; a closed incident gets no entry. The same id twice is one suggestion.
 * @throws `not_found`, `id_reused`
 */
export async function suggestChange(ctx: Ctx, input: SuggestChange): Promise<ChangedRun> {
  authorize(suggestionPolicy, "suggest", ctx.actor, undefined);
  const { runId, stepId, wrong, instead } = input;
  const id = input.id ?? v7();
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    const { title, procedure } = wholeStep(run, stepId);
    const { runbook, commit, blob, incident, steps } = run.record;
    const row = steps.find((one) => one.stepId === stepId);
    await addSuggestion(tx, ctx, {
      id,
      runbook,
      procedure,
      stepId,
      stepTitle: title,
      blob: row?.blob ?? blob,
      commit: row?.blob ? null : commit,
      runId,
      wrong,
      instead,
    });
    const data = { event: "suggestion", suggestionId: id, title };
    const entry = { kind: "note" as const, body: told(ctx, title, wrong, instead), data };
    const entries = incident?.status === "closed" ? [] : [entry];
    await recordRunEvent(tx, ctx, run, run.state, { id, event: "suggest", stepId, data, entries });
    return false;
  });
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}

function told({ locale }: Ctx, title: string, wrong: string, instead: string): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.suggestion.timeline" });
  const lines = [t("wrong", { title: asText(title) }), wrong];
  return [...lines, ...(instead ? [t("instead"), instead] : [])].join("\n\n");
}
