import { AppError } from "@/lib/errors/app-error";
import type { RunbookPath } from "../../artifact";
import { git, headOf, locate, type Repository, run } from "../adapter";
import { type ContentFile, contentFiles, isObjectId } from "../content-file";
import { logFormat, parseLog, type Version } from "../history";

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
  const output = await git(
    [
      "log",
      "--follow",
      "-z",
      "--raw",
      "--no-abbrev",
      "--no-ext-diff",
      "--no-textconv",
      `--format=${logFormat}`,
      `--max-count=${Math.min(page.limit, 200) + page.skip}`,
      "--",
      repository.prefix + file,
    ],
    { cwd: repository.root },
  );
  return parseLog(output).slice(page.skip);
}
