import { createTranslator } from "next-intl";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import type { RunbookPath } from "../../artifact";
import { everyRunbook, namesOf } from "../../library/queries";
import { commitChanges, publishingMs } from "../../publishing/commit/commands";
import { publishingPolicy } from "../../publishing/policy";
import { editableSource } from "../../publishing/queries";
import { announceRunbooks, untilShown } from "../../showing/commands";
import { movedTrailer } from "../trail";
import { linkChange, ownChanges } from "./adapter";
import { followRows } from "./rows/commands";
import type { Moved, MoveRunbook } from "./schema";

const messages = { es, en };

/**
 * Moves a runbook to another path as one commit of the actor: its text names the new folder and keeps the old path in
 * `redirects`, the files beside it come along, the links of the chosen runbooks are written anew, and what the portal
 * keeps under the old path follows. Runs keep what they pinned. No review is asked for: what is read stays as it is.
 * @throws `not_found`; `stale_base` when HEAD holds another text, `path_taken` for a path in use, `worktree_changed` for a
 *   file that was changed by hand, each with its `file`; `runbook_invalid`; `repository_unavailable`
 */
export async function moveRunbook(ctx: Ctx, input: MoveRunbook): Promise<Moved> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const { path: from, to, baseBlob } = input;
  const source = await editableSource(ctx, from);
  const runbooks = await everyRunbook();
  if (source.byHand) throw new AppError("worktree_changed", { file: source.file });
  if (source.blob !== baseBlob) throw new AppError("stale_base", { file: source.file });
  if (from === to || runbooks.some(({ path }) => path === to)) throw new AppError("path_taken", { path: to });
  const others = runbooks.flatMap(({ path, source: text }) => (path === from || text === null ? [] : [text]));
  const own = await ownChanges(source, to, others);
  const linked = await linkChanges(ctx, input);
  const changes = [...own, ...linked.flatMap(({ change }) => change ?? [])];
  const [old, fresh] = own;
  const message = messageOf(ctx, input, movedTrailer(old?.file ?? "", fresh?.file ?? ""));
  const done = await transaction(
    ctx.db,
    async (tx) => {
      const result = await commitChanges(tx, ctx, { changes, message });
      const seq = result.outcome === "committed" ? await record(tx, ctx, input, result.commit) : 0;
      return { ...result, seq };
    },
    publishingMs,
  );
  if (done.outcome === "by-hand") throw new AppError("worktree_changed", { file: done.file });
  if (done.outcome === "stale")
    throw new AppError(done.file === fresh?.file ? "path_taken" : "stale_base", { file: done.file });
  if (done.outcome === "unchanged") throw new AppError("nothing_to_publish");
  await untilShown(ctx, done.seq);
  return {
    from,
    to,
    commit: done.commit,
    blob: done.blobs[1] ?? "",
    rewritten: linked.flatMap(({ path, change }) => (change ? [path] : [])),
    left: linked.flatMap(({ path, left }) => left.map((href) => ({ path, href }))),
    followed: done.followed,
  };
}

async function linkChanges(ctx: Ctx, { path, to, rewrite }: MoveRunbook) {
  const names = await namesOf(path);
  const chosen = [...new Set(rewrite)].filter((one) => one !== path);
  const changes = [];
  for (const holder of chosen) {
    const source = await editableSource(ctx, holder);
    if (source.byHand) throw new AppError("worktree_changed", { file: source.file });
    changes.push({ path: holder as RunbookPath, ...(await linkChange(source, names, to)) });
  }
  return changes;
}

async function record(tx: Tx, ctx: Ctx, { path, to, message }: MoveRunbook, commit: string): Promise<number> {
  await followRows(tx, path, to);
  await audit(tx, ctx, {
    action: "runbook.moved",
    subject: `runbook:${to}`,
    data: { from: path, to, commit, message },
  });
  return announceRunbooks(tx);
}

function messageOf({ locale }: Ctx, { path, to, message }: MoveRunbook, trailer: string): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runbookHistory.move" });
  return [t("commit", { from: path, to }), message, trailer].filter(Boolean).join("\n\n");
}
