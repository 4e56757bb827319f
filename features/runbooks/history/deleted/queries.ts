import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { locate } from "../../git/adapter";
import { readBlob } from "../../git/history/adapter";
import { getRunbook } from "../../library/queries";
import { runbookPolicy } from "../../policy";
import { publishingPolicy } from "../../publishing/policy";
import { deletionsIn } from "./adapter";
import type { Deletion } from "./deletion";
import type { Tombstone } from "./tombstone";

/** Runbooks that were removed and did not come back, the latest first, each once. */
async function gone(): Promise<Deletion[]> {
  const repository = await locate();
  const deletions = repository ? await deletionsIn(repository) : [];
  const latest = [...new Map(deletions.toReversed().map((one) => [one.path, one])).values()].toReversed();
  const found = await Promise.all(latest.map(({ path }) => getRunbook(path)));
  return latest
    .filter((_, at) => found[at]?.kind === "missing")
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/**
 * A page of the removed runbooks, the latest first, of the 1,000 that are remembered.
 * @param page `limit` of at most 100, after the first `skip`
 */
export async function deletedRunbooks(
  ctx: Ctx,
  { limit = 50, skip = 0 }: { limit?: number; skip?: number },
): Promise<{ deleted: Deletion[]; more: boolean }> {
  authorize(publishingPolicy, "readHistory", ctx.actor, null);
  const all = await gone();
  return { deleted: all.slice(skip, skip + limit), more: all.length > skip + limit };
}

/** The removal of what lay at a path, under any of its names; null when nothing did. */
export async function tombstoneOf(ctx: Pick<Ctx, "actor">, path: string): Promise<Tombstone | null> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  const all = await gone();
  const found = all.find((one) => one.path === path) ?? all.find(({ names }) => names.includes(path));
  if (!found) return null;
  const told = publishingPolicy.readHistory(ctx.actor) ? found : null;
  return { path: found.path, title: found.title, at: found.at, told, canRestore: publishingPolicy.publish(ctx.actor) };
}

/** A removed runbook with its last text. @throws `not_found` when that commit did not remove it, or it is back */
export async function deletedText(ctx: Ctx, { path, commit }: { path: string; commit: string }) {
  authorize(publishingPolicy, "readHistory", ctx.actor, null);
  const repository = await locate();
  const deletion =
    repository && (await deletionsIn(repository)).find((one) => one.path === path && one.commit === commit);
  if (!repository || !deletion) throw new AppError("not_found");
  return { repository, deletion, text: await readBlob(repository, deletion.blob) };
}
