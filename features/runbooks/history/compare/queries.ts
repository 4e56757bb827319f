import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { difference } from "../../editor/difference";
import { git, headOf, locate, type Repository } from "../../git/adapter";
import { isRunbookPath } from "../../git/content-file";
import { readBlob } from "../../git/history/adapter";
import { publishingPolicy } from "../../publishing/policy";
import { fileOf } from "../../publishing/queries";
import { fileIn } from "../log/adapter";
import type { Side } from "./side";

/**
 * A runbook as two commits hold it, whatever it was called then.
 * @param input `from` and `to`: commit ids of HEAD's history, or `latest` for what is published now
 * @throws `not_found` for a commit that is none of these, and where neither has the runbook
 */
export async function compareVersions(
  ctx: Ctx,
  input: { path: string; from: string; to: string },
): Promise<{ from: Side; to: Side }> {
  authorize(publishingPolicy, "readHistory", ctx.actor, null);
  const repository = await locate();
  if (!repository || !isRunbookPath(input.path)) throw new AppError("not_found");
  const file = await fileOf(repository, input.path);
  const { commit: head } = await headOf(repository);
  const sideOf = (commit: string) => readSide(repository, file, commit === "latest" ? (head ?? "") : commit);
  const [from, to] = [await sideOf(input.from), await sideOf(input.to)];
  if (from.text === null && to.text === null) throw new AppError("not_found");
  return { from, to };
}

async function readSide(repository: Repository, file: string, commit: string): Promise<Side> {
  const stored = await fileIn(repository, file, commit);
  const told = await git(["log", "-1", "--format=%an%x00%aI%x00%s", commit], { cwd: repository.root });
  const [author = "", at = "", subject = ""] = told.trimEnd().split("\0");
  return {
    commit,
    author,
    at,
    subject,
    file: stored?.file ?? null,
    text: stored && (await readBlob(repository, stored.blob)),
  };
}

/** The same as lines, three around each change. @throws as `compareVersions` does */
export async function differenceOf(ctx: Ctx, input: { path: string; from: string; to: string }) {
  const { from, to } = await compareVersions(ctx, input);
  const { hunks, added, removed } = difference(from.text ?? "", to.text ?? "");
  const lines = hunks.map((hunk) =>
    hunk.map(({ pieces, ...line }) => ({ ...line, text: pieces.map(({ text }) => text).join("") })),
  );
  return { from, to, added, removed, hunks: lines };
}
