import { runbookPolicy } from "@/features/runbooks/policy";
import { openSuggestions } from "@/features/runbooks/suggestions/queries";
import { worklistPolicy } from "@/features/runbooks/worklist/policy";
import { countMine } from "@/features/runbooks/worklist/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { patiently } from "@/lib/http/patience";
import { nothingYet } from "../last/last-times";
import { readLastRuns } from "../last/queries";
import { runPolicy } from "../policy";
import type { AskPageParts, PageParts } from "./schema";

/**
 * What a runbook's page shows to this reader and to nobody else. While the database is away, or slow, what it would tell is
 * left out: the page is read all the same.
 * @throws `unauthenticated` where runbooks are for members and the reader is none
 */
export async function pageParts(ctx: Ctx, { runbook }: AskPageParts): Promise<PageParts> {
  const { actor } = ctx;
  const access = env().READ_ACCESS;
  authorize(runbookPolicy, "read", actor, access);
  const canEdit = runbookPolicy.edit(actor, access);
  const [worklist, suggestions, last] = await Promise.all([
    worklistPolicy.read(actor) ? patiently(async () => (await countMine(ctx)) ?? 0, 0) : null,
    canEdit ? patiently(async () => (await openSuggestions(ctx))[runbook] ?? 0, 0) : 0,
    runPolicy.read(actor) ? patiently(() => readLastRuns(ctx, runbook), nothingYet) : nothingYet,
  ]);
  const viewer = actor.role ? { id: actor.id, name: actor.name, role: actor.role } : null;
  return { viewer, worklist, canEdit, suggestions, last };
}
