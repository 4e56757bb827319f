import { numberOf } from "@/features/incidents/key";
import { mergeTexts } from "@/features/runbooks/publishing/merge";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { postMortemPolicy } from "../policy";
import type { PostMortemView, SaveConflict, SavePostMortem } from "../schema";
import { postMortemView } from "../view";
import { replaces } from "./replaces";

/**
 * Saves the text that everybody writes together, if it was made from the newest one. The same text again changes nothing.
 * @throws `not_found`; `stale_version` with a `SaveConflict` when somebody else saved in between
 */
export async function savePostMortem(ctx: Ctx, { key, text, version }: SavePostMortem): Promise<PostMortemView> {
  authorize(postMortemPolicy, "write", ctx.actor, { leads: [] });
  return transaction(ctx.db, async (tx) => {
    const row = await lockPostMortem(tx, key);
    const number = numberOf(key);
    if (row.text === text) return postMortemView(number, row);
    if (row.version !== version)
      throw new AppError("stale_version", await conflictWith(tx, number, row, text, version));
    const saved = { version: version + 1, text, savedAt: ctx.now(), savedById: ctx.actor.id, savedBy: ctx.actor.name };
    const { incidentId } = row;
    const before = await tx.postMortemRevision.findUnique({ where: { incidentId_version: { incidentId, version } } });
    if (before && replaces(saved, before)) {
      await tx.postMortemRevision.delete({ where: { incidentId_version: { incidentId, version } } });
    }
    await tx.postMortemRevision.create({ data: { incidentId, ...saved } });
    const updated = await tx.postMortem.update({
      where: { incidentId },
      data: {
        text,
        version: saved.version,
        updatedAt: saved.savedAt,
        updatedById: saved.savedById,
        updatedBy: saved.savedBy,
      },
    });
    await notify(tx, `postmortem:${incidentId}`, saved.version);
    return postMortemView(number, updated);
  });
}

/** The post-mortem of an incident, locked until the transaction ends. @throws `not_found` */
export async function lockPostMortem(tx: Tx, key: string) {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT post_mortem.incident_id AS id FROM post_mortem JOIN incident ON incident.id = incident_id
    WHERE incident.number = ${numberOf(key)} FOR NO KEY UPDATE OF post_mortem`;
  if (!found) throw new AppError("not_found", { key });
  return tx.postMortem.findUniqueOrThrow({ where: { incidentId: found.id } });
}

type Row = Awaited<ReturnType<typeof lockPostMortem>>;

/** Both texts, what they were made from, and a merge for a person to look at. */
export async function conflictWith(
  tx: Tx,
  number: number,
  row: Row,
  mine: string,
  version: number,
): Promise<SaveConflict> {
  const where = { incidentId_version: { incidentId: row.incidentId, version } };
  const base = await tx.postMortemRevision.findUnique({ where, select: { text: true } });
  return {
    current: postMortemView(number, row),
    base: base?.text ?? null,
    merged: mergeTexts(mine, base?.text ?? null, row.text),
  };
}
