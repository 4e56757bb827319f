import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { databaseError } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { draftPolicy } from "../publishing/policy";
import type { OthersDraft } from "./api";
import type { Draft, OtherEditor, ReadDraft } from "./schema";

type Row = Omit<Draft, "updatedAt"> & { updatedAt: Date };
export const draftOf = ({ path, baseBlob, text, message, version, updatedAt }: Row): Draft => ({
  path,
  baseBlob,
  text,
  message,
  version,
  updatedAt: updatedAt.toISOString(),
});

/** The actor's own draft of a runbook. @throws `database_unavailable` */
export async function ownDraft(ctx: Ctx, path: string): Promise<Draft | null> {
  authorize(draftPolicy, "keep", ctx.actor, null);
  const row = await asked(() =>
    ctx.db.draft.findUnique({ where: { personId_path: { personId: ctx.actor.id ?? "", path } } }),
  );
  return row && draftOf(row);
}

/** The actor's drafts, latest first, without their texts. */
export async function ownDrafts(ctx: Ctx): Promise<{ path: string; updatedAt: string }[]> {
  authorize(draftPolicy, "keep", ctx.actor, null);
  const rows = await asked(() =>
    ctx.db.draft.findMany({
      where: { personId: ctx.actor.id ?? "" },
      select: { path: true, updatedAt: true },
      orderBy: { updatedAt: "desc" },
      take: 50,
    }),
  );
  return rows.map(({ path, updatedAt }) => ({ path, updatedAt: updatedAt.toISOString() }));
}

/** Who else has an unpublished text of this runbook, latest first. */
export async function otherEditors(ctx: Ctx, path: string): Promise<OtherEditor[]> {
  authorize(draftPolicy, "read", ctx.actor, null);
  return asked(async () => {
    const rows = await ctx.db.draft.findMany({
      where: { path, ...(ctx.actor.id ? { personId: { not: ctx.actor.id } } : {}) },
      select: { personId: true, createdAt: true, updatedAt: true },
      orderBy: { updatedAt: "desc" },
      take: 20,
    });
    const people = await ctx.db.person.findMany({
      where: { id: { in: rows.map((row) => row.personId) } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return rows.flatMap(({ personId, createdAt, updatedAt }) => {
      const name = names.get(personId);
      return name ? [{ personId, name, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }] : [];
    });
  });
}

/** Somebody's unpublished text of a runbook. @throws `not_found` when they have none; `database_unavailable` */
export async function draftOfSomebody(ctx: Ctx, { service, file, personId }: ReadDraft): Promise<OthersDraft> {
  authorize(draftPolicy, "read", ctx.actor, null);
  const path = `${service}/${file}`;
  return asked(async () => {
    const row = await ctx.db.draft.findUnique({ where: { personId_path: { personId, path } } });
    const person = row && (await ctx.db.person.findUnique({ where: { id: personId }, select: { name: true } }));
    if (!row || !person) throw new AppError("not_found");
    const { text, baseBlob, createdAt, updatedAt } = row;
    const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
    return { path, name: person.name, text, baseBlob, ...times };
  });
}

async function asked<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw databaseError(error);
  }
}
