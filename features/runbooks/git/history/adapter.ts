import { AppError } from "@/lib/errors/app-error";
import type { RunbookPath } from "../../artifact";
import { headOf, locate, type Repository, run } from "../adapter";
import { type ContentFile, contentFiles, isObjectId } from "../content-file";
import { type LoggedVersion, logFormat, parseLog, type Version } from "../history";

/** A file as a commit holds it. */
export type Stored = { file: ContentFile; blob: string; mode: string };

/**
 * The blob of a content file in a commit.
 * @param at a commit id; HEAD when not given
 * @returns null when the commit has no such regular file (links and submodules count as none)
 */
export async function blobOf(repository: Repository, file: ContentFile, at = "HEAD"): Promise<Stored | null> {
  if (at !== "HEAD" && !isObjectId(at)) throw new AppError("not_found");
  const listed = await run(["ls-tree", "-z", at, "--", repository.prefix + file], { cwd: repository.root });
  const entry = /^(100644|100755) blob ([0-9a-f]+)\t/.exec(listed.stdout);
  return entry ? { file, blob: entry[2] ?? "", mode: entry[1] ?? "100644" } : null;
}

/** The text of a blob. @throws `not_found` when the repository has no such blob */
export async function readBlob(repository: Repository, blob: string): Promise<string> {
  if (!isObjectId(blob)) throw new AppError("not_found");
  const found = await run(["cat-file", "blob", blob], { cwd: repository.root });
  if (found.code !== 0) throw new AppError("not_found");
  return found.stdout;
}

/** Where a runbook is in HEAD: as `.mdx`, else as `.md`, else null. */
export async function storedRunbook(repository: Repository, path: RunbookPath): Promise<Stored | null> {
  for (const file of contentFiles(path)) {
    const stored = await blobOf(repository, file);
    if (stored) return stored;
  }
  return null;
}

/** A runbook's text at HEAD, for who pins it: `{commit, blob, text}`; null outside a repository or when HEAD has none. */
export async function readHead(path: RunbookPath): Promise<{ commit: string; blob: string; text: string } | null> {
  const repository = await locate();
  const stored = repository && (await storedRunbook(repository, path));
  if (!repository || !stored) return null;
  const { commit } = await headOf(repository);
  return commit ? { commit, blob: stored.blob, text: await readBlob(repository, stored.blob) } : null;
}

/**
 * Commits that touched a file, newest first, followed through renames.
 * @param page `limit` of at most 200 commits, after the first `skip`
 */
export async function fileLog(
  repository: Repository,
  file: ContentFile,
  page: { limit: number; skip: number },
): Promise<Version[]> {
  if (!(await headOf(repository)).commit) return [];
  const wanted = Math.min(page.limit, 200) + page.skip;
  return (await pathLog(repository, "HEAD", repository.prefix + file, wanted)).slice(page.skip);
}

/**
 * The latest versions of a path up to a commit, and of what it was called before. `git log --follow` compares the trees of every
 * commit; this asks for one path at a time, which the changed paths in the commit-graph answer (gitformat-commit-graph,
 * "Bloom filter"). A copy is no rename: a new runbook often is one, of a template or a neighbour.
 */
export async function pathLog(repository: Repository, start: string, path: string, wanted: number): Promise<Version[]> {
  const versions: Version[] = [];
  let from: string | null = start;
  for (let name = path; from && versions.length < wanted; ) {
    const logged: LoggedVersion[] = parseLog(await logOf(repository, from, name, wanted - versions.length));
    from = null;
    for (const { added, ...version } of logged) {
      versions.push(version);
      if (versions.length === wanted) break;
      const before: string | null = added ? await renamedFrom(repository, version.commit, name) : null;
      if (before === null) continue;
      [from, name] = [`${version.commit}^`, before];
      break;
    }
  }
  return versions;
}

const plainDiff = ["-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

async function logOf(repository: Repository, from: string, path: string, count: number): Promise<string> {
  const { code, stdout } = await run(
    [
      "log",
      ...plainDiff,
      "--no-renames",
      "--diff-merges=first-parent",
      `--format=${logFormat}`,
      `--max-count=${count}`,
      from,
      "--",
      path,
    ],
    { cwd: repository.root },
  );
  return code === 0 ? stdout : ""; // the very first commit has no parent to go on from
}

/** What a commit called the file before; null when it is new there. */
async function renamedFrom(repository: Repository, commit: string, path: string): Promise<string | null> {
  const args = ["diff-tree", ...plainDiff, "-r", "-M", "--diff-filter=R", "--no-commit-id", `${commit}^`, commit];
  const { stdout } = await run(args, { cwd: repository.root }); // fails on the first commit, which renames nothing
  const parts = stdout.split("\0");
  const at = parts.findIndex((part, n) => n % 3 === 2 && part === path);
  return at > 0 ? (parts[at - 1] ?? null) : null;
}
