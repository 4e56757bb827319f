import { createTranslator } from "next-intl";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { portalZone } from "@/lib/time-zone";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { type ContentFile, formatOf } from "../git/content-file";
import { setMatter } from "../matter/edit-matter";
import { compileRunbook } from "../pipeline/adapter";
import { byHandOf, commitChanges, conflictOf, publishingMs } from "../publishing/commit/commands";
import { editableSource } from "../publishing/queries";
import { announceRunbooks, untilShown } from "../showing/commands";
import { dayIn } from "../worklist/day";
import { dropReviewFindings } from "../worklist/findings/commands";
import { vouchPolicy } from "./policy";
import type { Vouch, Vouched } from "./schema";

const messages = { es, en };

/** A runbook of which only the day of its review changes. */
type Reviewed = { path: string; file: ContentFile; base: string | null; text: string; changed: boolean };

/**
 * Marks runbooks as reviewed today, by the portal's calendar, as one commit of the actor in which only `reviewed` changes. All
 * of them or none. No review is asked for: there is nothing to compare. Done twice on one day, it is done once.
 * @throws `not_found`; `runbook_invalid` with `path` and `problems` for a text that the gate refuses; `stale_base` for one that
 *   is no longer what was read; `worktree_changed` for one that was changed by hand; `repository_unavailable`
 */
export async function vouch(ctx: Ctx, { runbooks }: Vouch): Promise<Vouched> {
  authorize(vouchPolicy, "vouch", ctx.actor, null);
  const reviewed = dayIn(portalZone(), ctx.now());
  const all: Reviewed[] = [];
  for (const [path, blob] of new Map(runbooks.map(({ path, blob }) => [path, blob]))) {
    all.push(await reviewedOn(ctx, reviewed, path, blob));
  }
  const changed = all.filter((one) => one.changed);
  const already = all.filter((one) => !one.changed).map(({ path }) => path);
  if (changed.length === 0) return { reviewed, commit: null, vouched: [], already };
  const message = messageOf(ctx, changed);
  const changes = changed.map(({ file, text, base }) => ({ file, content: text, base, adopted: null }));
  const done = await transaction(
    ctx.db,
    async (tx) => {
      const result = await commitChanges(tx, ctx, { changes, message });
      if (result.outcome !== "committed") return result;
      return { ...result, seq: await record(tx, ctx, changed, reviewed, result) };
    },
    publishingMs,
  );
  if (done.outcome === "stale" || done.outcome === "by-hand") return refuse(changed, done);
  if ("seq" in done) await untilShown(ctx, done.seq);
  const blobs = done.outcome === "committed" ? done.blobs : [];
  const vouched = changed.map(({ path, base }, at) => ({ path, blob: blobs[at] ?? base ?? "" }));
  return { reviewed, commit: done.commit, vouched, already };
}

async function reviewedOn(ctx: Ctx, day: string, path: string, seen: string | undefined): Promise<Reviewed> {
  const { file, text: before, blob, byHand } = await editableSource(ctx, path);
  if (byHand) throw new AppError("worktree_changed", byHand);
  const text = setMatter(before, "reviewed", day);
  const compiled = await compileRunbook({ file, path, format: formatOf(file), source: text ?? before });
  if (text === null || compiled.artifact?.frontMatter.reviewed !== day) {
    throw new AppError("runbook_invalid", { path, problems: compiled.problems });
  }
  if (seen && blob && seen !== blob)
    throw new AppError("stale_base", await conflictOf({ path, text: before, baseBlob: seen }, file));
  return { path, file, base: blob, text, changed: text !== before };
}

async function record(
  tx: Tx,
  ctx: Ctx,
  changed: Reviewed[],
  reviewed: string,
  done: { commit: string; blobs: (string | null)[] },
): Promise<number> {
  for (const [at, { path, base }] of changed.entries()) {
    const data = { commit: done.commit, blob: done.blobs[at], base, reviewed };
    await audit(tx, ctx, { action: "runbook.vouched", subject: `runbook:${path}`, data });
  }
  await dropReviewFindings(
    tx,
    changed.map(({ path }) => path),
  );
  return announceRunbooks(tx);
}

async function refuse(
  changed: Reviewed[],
  { outcome, file }: { outcome: "stale" | "by-hand"; file: string },
): Promise<never> {
  const one = changed.find((candidate) => candidate.file === file) ?? changed[0];
  if (!one) throw new AppError("internal");
  if (outcome === "by-hand") throw new AppError("worktree_changed", await byHandOf(one.path, one.file));
  throw new AppError("stale_base", await conflictOf({ path: one.path, text: one.text, baseBlob: one.base }, one.file));
}

function messageOf({ locale }: Ctx, changed: Reviewed[]): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "worklist.vouch" });
  const [first] = changed;
  if (changed.length === 1 && first) return t("commitOne", { path: first.path });
  return [t("commitMany", { count: changed.length }), "", ...changed.map(({ path }) => `- ${path}`)].join("\n");
}
