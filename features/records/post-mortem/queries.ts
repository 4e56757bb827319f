import { numberOf } from "@/features/incidents/key";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Db, databaseError, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { postMortemPolicy } from "./policy";
import type { PostMortemRef, PostMortemView, RevisionRef } from "./schema";
import { postMortemView } from "./view";

/**
 * The post-mortem of an incident as it is being written; null while nobody has drafted one.
 * @throws `not_found` when there is no such incident
 */
export async function findPostMortem(ctx: Ctx, { key }: PostMortemRef): Promise<PostMortemView | null> {
  authorize(postMortemPolicy, "read", ctx.actor, { leads: [] });
  const number = numberOf(key);
  const incident = await ctx.db.incident
    .findUnique({ where: { number }, select: { postMortem: true } })
    .catch((error: unknown) => {
      throw databaseError(error);
    });
  if (!incident) throw new AppError("not_found", { key });
  return incident.postMortem && postMortemView(number, incident.postMortem);
}

/** As `findPostMortem`. @throws `not_found` also while there is none */
export async function readPostMortem(ctx: Ctx, ref: PostMortemRef): Promise<PostMortemView> {
  const found = await findPostMortem(ctx, ref);
  if (!found) throw new AppError("not_found", ref);
  return found;
}

/** Everybody who leads or led an incident. */
export async function leadsOf(db: Db | Tx, incidentId: string): Promise<string[]> {
  const rows = await db.incidentRole.findMany({
    where: { incidentId, role: "lead", personId: { not: null } },
    select: { personId: true },
  });
  return rows.flatMap(({ personId }) => personId ?? []);
}

const inIncident = (key: string) => ({ postMortem: { incident: { number: numberOf(key) } } });

/** The texts that were saved, newest first, without the texts. */
export async function savedTexts(ctx: Ctx, { key }: PostMortemRef) {
  authorize(postMortemPolicy, "read", ctx.actor, { leads: [] });
  const rows = await ctx.db.postMortemRevision.findMany({
    where: inIncident(key),
    select: { version: true, savedAt: true, savedBy: true },
    orderBy: { version: "desc" },
    take: 500,
  });
  return { revisions: rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() })) };
}

/** One saved text. @throws `not_found` */
export async function savedText(ctx: Ctx, { key, version }: RevisionRef) {
  authorize(postMortemPolicy, "read", ctx.actor, { leads: [] });
  const row = await ctx.db.postMortemRevision.findFirst({ where: { ...inIncident(key), version } });
  if (!row) throw new AppError("not_found", { key, version });
  return { version: row.version, savedAt: row.savedAt.toISOString(), savedBy: row.savedBy, text: row.text };
}
