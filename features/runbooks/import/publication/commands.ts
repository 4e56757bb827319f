import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import type { ImportedFile } from "@/lib/db/generated/client";
import { AppError, isAppError } from "@/lib/errors/app-error";
import type { CommitResult } from "../../git/commit-request";
import { commitChanges, publishingMs } from "../../publishing/commit/commands";
import { publishingPolicy } from "../../publishing/policy";
import { requireReview } from "../../reviewing/gate/commands";
import { announceRunbooks, untilShown } from "../../showing/commands";
import type { PublishedImport, PublishImport } from "./schema";

type Committed = Extract<CommitResult, { outcome: "committed" }>;

/**
 * Publishes what was handed over of an import as one commit with the actor as its author: all of it or nothing. What was
 * handed over stays until then, so that a refusal costs nobody a text.
 * @throws `not_found` for what was not handed over; `review_required` with the `path`; `stale_base`, `path_taken` or `worktree_changed` with the `file`;
 *   `nothing_to_publish`; `repository_unavailable`
 */
export async function publishImport(ctx: Ctx, input: PublishImport): Promise<PublishedImport> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const published = await transaction(
    ctx.db,
    async (tx) => {
      const rows = await handedOver(tx, ctx, input);
      const changes = rows.map(({ file, content, base }) => ({
        file,
        content: file.endsWith(".mdx") || file.endsWith(".md") ? Buffer.from(content).toString("utf8") : content,
        base,
        adopted: null,
      }));
      const { message, settle } = await throughReview(tx, ctx, input.message, rows);
      const done = committed(await commitChanges(tx, ctx, { changes, message }), rows);
      const seq = await record(tx, ctx, input, rows, done);
      await settle(done);
      return { done, rows, seq };
    },
    publishingMs,
  );
  await untilShown(ctx, published.seq);
  return told(published.done, published.rows);
}

/** The gate of every publication, for each runbook of the import. @throws `review_required` with the `path` */
async function throughReview(tx: Tx, ctx: Ctx, first: string, rows: ImportedFile[]) {
  let message = first;
  const settles: ((done: Committed) => Promise<void>)[] = [];
  for (const [index, { path, content, base: baseBlob }] of rows.entries()) {
    if (path === null) continue;
    const text = Buffer.from(content).toString("utf8");
    const passed = await requireReview(tx, ctx, { path, text, baseBlob, message }).catch((error: unknown) => {
      throw isAppError(error) ? new AppError(error.code, { ...error.details, path, file: path }) : error;
    });
    message = passed.message;
    settles.push(({ commit, blobs }) => passed.settle({ commit, blob: blobs[index] ?? "" }));
  }
  return {
    message,
    settle: async (done: Committed) => {
      for (const settle of settles) await settle(done);
    },
  };
}

async function handedOver(tx: Tx, ctx: Ctx, { importId, runbooks, files }: PublishImport): Promise<ImportedFile[]> {
  const wanted = [...new Set(files.map((name) => `runbooks/${name}`))];
  const rows = await tx.importedFile.findMany({
    where: { importId, personId: ctx.actor.id, OR: [{ path: { in: runbooks } }, { file: { in: wanted } }] },
    orderBy: { file: "asc" },
  });
  const there = new Set(rows.flatMap(({ path, file }) => [path, file]));
  const absent = [...runbooks, ...wanted].filter((one) => !there.has(one));
  if (absent.length > 0) throw new AppError("not_found", { absent: absent.slice(0, 20) });
  return rows;
}

function committed(result: CommitResult, rows: ImportedFile[]): Committed {
  switch (result.outcome) {
    case "committed":
      return result;
    case "unchanged":
      throw new AppError("nothing_to_publish");
    case "stale": {
      const isNew = rows.find(({ file }) => file === result.file)?.base === null;
      throw new AppError(isNew ? "path_taken" : "stale_base", { file: result.file });
    }
    case "by-hand":
      throw new AppError("worktree_changed", { file: result.file });
  }
}

async function record(tx: Tx, ctx: Ctx, input: PublishImport, rows: ImportedFile[], done: Committed): Promise<number> {
  const { importId, message } = input;
  for (const [index, { path, source, compared, base }] of rows.entries()) {
    if (path === null) continue;
    const data = { commit: done.commit, blob: done.blobs[index], base, message, import: importId, source, compared };
    await audit(tx, ctx, { action: "runbook.published", subject: `runbook:${path}`, data });
    if (ctx.actor.id) await tx.draft.deleteMany({ where: { personId: ctx.actor.id, path } });
  }
  await tx.importedFile.deleteMany({ where: { importId, personId: ctx.actor.id } });
  return announceRunbooks(tx);
}

const told = ({ commit, followed, blobs }: Committed, rows: ImportedFile[]): PublishedImport => ({
  commit,
  followed,
  runbooks: rows.flatMap(({ path, source, compared, base }, index) =>
    path === null ? [] : [{ path, source, compared, blob: blobs[index] ?? null, updated: base !== null }],
  ),
  files: rows.flatMap(({ path, file }) => (path === null ? [file.replace(/^runbooks\//, "")] : [])),
});
