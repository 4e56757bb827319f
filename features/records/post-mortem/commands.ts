import { lockIncident } from "@/features/incidents/lock/queries";
import { recordEntry } from "@/features/incidents/timeline/record/commands";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { exportIncident } from "../export/queries";
import { postMortemDraft, postMortemPath } from "./draft/post-mortem-draft";
import { postMortemPolicy } from "./policy";
import { findPostMortem } from "./queries";
import type { DraftedPostMortem, PostMortemRef } from "./schema";
import { canBeDrafted, postMortemView } from "./view";

/**
 * Drafts the post-mortem of an incident from its record, in the language of whoever asks. There is one per incident: a second
 * time it is the one that is there, as it was edited.
 * @throws `not_found`; `post_mortem_too_early` before the incident is being watched, resolved or closed
 */
export async function draftPostMortem(ctx: Ctx, { key }: PostMortemRef): Promise<DraftedPostMortem> {
  authorize(postMortemPolicy, "write", ctx.actor, { leads: [] });
  const known = await findPostMortem(ctx, { key });
  if (known) return { ...known, repeated: true };
  const record = await exportIncident(ctx, { key });
  const text = postMortemDraft(record, ctx.locale);
  const drafted = await transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, key);
    const meanwhile = await tx.postMortem.findUnique({ where: { incidentId: incident.id } });
    if (meanwhile) return { row: meanwhile, number: incident.number, repeated: true };
    if (!canBeDrafted(incident.status)) throw new AppError("post_mortem_too_early", { status: incident.status });
    const [at, by] = [ctx.now(), { id: ctx.actor.id, name: ctx.actor.name }];
    const row = await tx.postMortem.create({
      data: {
        incidentId: incident.id,
        path: postMortemPath(incident),
        text,
        createdAt: at,
        createdBy: by.name,
        updatedAt: at,
        updatedById: by.id,
        updatedBy: by.name,
        revisions: { create: { version: 1, text, savedAt: at, savedById: by.id, savedBy: by.name } },
      },
    });
    await recordEntry(tx, ctx, incident.id, {
      kind: "link",
      body: `[Post-mortem](/incidents/INC-${incident.number}/post-mortem)`,
      data: { event: "post_mortem_drafted", path: row.path },
    });
    return { row, number: incident.number, repeated: false };
  });
  return { ...postMortemView(drafted.number, drafted.row), repeated: drafted.repeated };
}
