import { AppError } from "@/lib/errors/app-error";
import { headOf, type Repository, run } from "../../git/adapter";
import { isObjectId } from "../../git/content-file";
import type { Version } from "../../git/history";
import { pathLog } from "../../git/history/adapter";
import { before } from "../trail";

/** Moves that one history is followed through; each costs one `git log`. */
const maxMoves = 20;

/** Commits of a file that are looked through for one of them. */
const searched = 2_000;

/**
 * Commits that touched a file, newest first: through a move that the portal made by what its commit records, through
 * others as git guesses them.
 * @param file below the content folder, as HEAD has it
 * @param page `limit` of at most 200, after the first `skip`
 */
export async function versionsOf(
  repository: Repository,
  file: string,
  page: { limit: number; skip: number },
): Promise<Version[]> {
  const { commit: head } = await headOf(repository);
  if (!head) return [];
  const wanted = Math.min(page.limit, 200) + page.skip;
  return (await upTo(repository, head, file, wanted)).slice(page.skip, wanted);
}

async function upTo(repository: Repository, head: string, file: string, wanted: number): Promise<Version[]> {
  const found: Version[] = [];
  let next: { start: string; file: string } | null = { start: head, file };
  for (let moves = 0; next && moves <= maxMoves && found.length < wanted; moves += 1) {
    const part: Version[] = await stretch(repository, next, wanted - found.length);
    const at = part.findIndex((version) => origin(repository, version) !== null);
    const turn = at < 0 ? undefined : part[at];
    found.push(...(turn ? part.slice(0, at + 1) : part));
    next = turn ? { start: `${turn.commit}^`, file: origin(repository, turn) ?? file } : null;
  }
  return found;
}

/** Where the file of this version lay before, when its commit says so. */
const origin = ({ prefix }: Repository, version: Version): string | null =>
  version.file?.startsWith(prefix) ? before(version, version.file.slice(prefix.length)) : null;

const stretch = (repository: Repository, { start, file }: { start: string; file: string }, limit: number) =>
  pathLog(repository, start, repository.prefix + file, limit);

/**
 * One commit of a file's history, wherever the file lay then, and the one before it.
 * @param commit a commit id, or `latest`
 * @throws `not_found` when that commit is none of the latest 2,000 that touched the file
 */
export async function versionIn(
  repository: Repository,
  file: string,
  commit: string,
): Promise<{ found: Version; before: Version | undefined }> {
  if (commit !== "latest" && !isObjectId(commit)) throw new AppError("not_found");
  const { commit: head } = await headOf(repository);
  for (let wanted = 100; head && wanted <= searched; wanted *= 4) {
    const versions = await upTo(repository, head, file, wanted);
    const at = commit === "latest" ? 0 : versions.findIndex((version) => version.commit === commit);
    const found = versions[at];
    if (found && (at + 1 < versions.length || versions.length < wanted)) return { found, before: versions[at + 1] };
    if (versions.length < wanted) break;
  }
  throw new AppError("not_found");
}

/**
 * A file as it was in any commit of the history, also one that did not touch it.
 * @returns its blob and the version that it is, null where that commit has none of the names that the file went by
 * @throws `not_found` for a commit that HEAD does not come from
 */
export async function fileIn(
  repository: Repository,
  file: string,
  commit: string,
): Promise<{ blob: string; file: string } | null> {
  if (!isObjectId(commit)) throw new AppError("not_found");
  const { root, prefix } = repository;
  const known = await run(["merge-base", "--is-ancestor", commit, "HEAD"], { cwd: root });
  if (known.code !== 0) throw new AppError("not_found");
  const versions = await versionsOf(repository, file, { limit: 200, skip: 0 });
  const names = new Set([prefix + file, ...versions.flatMap((version) => version.file ?? [])]);
  const listed = await run(["ls-tree", "-z", commit, "--", ...names], { cwd: root });
  const entries = listed.stdout.split("\0").flatMap((entry) => {
    const [, blob, name] = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/.exec(entry) ?? [];
    return blob && name ? [{ blob, file: name.slice(prefix.length) }] : [];
  });
  // A name may be somebody else's by then: the one that this history used last before that commit wins.
  return [...names].flatMap((name) => entries.find((entry) => prefix + entry.file === name) ?? [])[0] ?? null;
}
