import { randomBytes } from "node:crypto";
import { access, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { git, headOf, locate, type Repository } from "../adapter";
import { type CommitRequest, type CommitResult, cleanMessage, cleanSignature, portal } from "../commit-request";
import { blobOf } from "../history/adapter";
import { updateIndexEntry } from "../index-entry/adapter";
import { forgetIntent, type Intent, recordIntent, repair } from "../repair/adapter";
import { blobFor, readWorktree, replaceInWorktree } from "../worktree/adapter";
import { initialize } from "./initialize/adapter";
import { moveHead } from "./move-head/adapter";

/** How often to build the commit anew when somebody commits beside the portal. */
const attempts = 5;

/**
 * Commits one text: compare with HEAD → commit built beside the person's index → compare-and-swap of the ref → rename
 * into the working tree → entry in the index. Nothing else of the repository is touched: neither other files nor what
 * is staged. The caller holds the publishing lock, so that two portals do not race; a person at a shell still may.
 * A content folder outside any repository becomes one, with what lies in it as the first commit.
 * @throws `repository_unavailable` saying why: git missing, disk full, a lock left behind, a merge or rebase going on
 */
export async function commitFile(request: CommitRequest): Promise<CommitResult> {
  const repository = (await locate()) ?? (await initialize(request.at));
  await refuseDuringOperation(repository);
  await repair(repository);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const result = await tryCommit(repository, request);
    if (result) return result;
  }
  throw new AppError("repository_unavailable", { why: "the branch keeps moving" });
}

async function tryCommit(repository: Repository, request: CommitRequest): Promise<CommitResult | null> {
  const { commit: head } = await headOf(repository);
  const stored = head ? await blobOf(repository, request.file, head) : null;
  const disk = await readWorktree(repository, request.file);
  const blob = blobFor(repository, request.text);
  const [storedBlob, diskBlob] = [stored?.blob ?? null, disk?.blob ?? null];
  if (head && storedBlob === blob && (!disk || diskBlob === blob)) {
    if (!disk) await replaceInWorktree(repository, request.file, request.text, null);
    return { outcome: "unchanged", commit: head, blob };
  }
  if (storedBlob !== request.base) return { outcome: "stale", head: storedBlob };
  if (disk && diskBlob !== storedBlob && diskBlob !== blob && diskBlob !== request.adopted) {
    return { outcome: "by-hand", head: storedBlob, disk: diskBlob };
  }
  const mode = stored?.mode ?? "100644";
  // A hand-made text that the author took over and went on from stays in the history.
  const kept =
    disk && diskBlob !== storedBlob && diskBlob !== blob
      ? await buildCommit(repository, head, { ...request, text: disk.text, message: adoptedMessage(request) }, mode)
      : head;
  const commit = await buildCommit(repository, kept, request, mode);
  const intent = { file: request.file, base: storedBlob, before: diskBlob, after: blob, commit };
  await recordIntent(repository, intent);
  if (!(await moveHead(repository, head, commit, `publish ${request.file}`))) return null;
  return { outcome: "committed", commit, blob, followed: await follow(repository, intent, request.text, mode) };
}

/** The text is in the history by now: whatever stops the working tree from following is reported, not thrown. */
async function follow(repository: Repository, intent: Intent, text: string, mode: string): Promise<boolean> {
  try {
    await replaceInWorktree(repository, intent.file, text, intent.before);
    const entered = await updateIndexEntry(repository, { ...intent, mode });
    await forgetIntent(repository);
    return entered;
  } catch (error) {
    log.error("the commit is made, but the working tree does not follow yet", { file: intent.file, error });
    return false;
  }
}

const adoptedMessage = ({ file }: CommitRequest) => `Keep what was changed by hand in ${file}`;

/** A commit on top of `parent` in which only this file differs, through an index of its own. */
async function buildCommit(
  repository: Repository,
  parent: string | null,
  request: CommitRequest,
  mode: string,
): Promise<string> {
  const cwd = repository.root;
  const index = path.join(repository.gitDir, `bitacora-index-${randomBytes(6).toString("hex")}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    const blob = await git(["hash-object", "-w", "--no-filters", "--stdin"], { cwd, input: request.text });
    await git(parent ? ["read-tree", parent] : ["read-tree", "--empty"], { cwd, env });
    const entry = `${mode},${blob.trim()},${repository.prefix}${request.file}`;
    await git(["update-index", "--add", "--replace", "--cacheinfo", entry], { cwd, env });
    const tree = (await git(["write-tree"], { cwd, env })).trim();
    const author = cleanSignature(request.author);
    const date = `${Math.floor(request.at.getTime() / 1_000)} +0000`;
    return (
      await git(["commit-tree", tree, ...(parent ? ["-p", parent] : []), "-F", "-"], {
        cwd,
        input: `${cleanMessage(request.message)}\n`,
        env: {
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_NAME: portal.name,
          GIT_COMMITTER_EMAIL: portal.email,
          GIT_COMMITTER_DATE: date,
        },
      })
    ).trim();
  } finally {
    await Promise.all([rm(index, { force: true }), rm(`${index}.lock`, { force: true })]);
  }
}

async function refuseDuringOperation({ gitDir }: Repository): Promise<void> {
  for (const name of ["rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"]) {
    const going = await access(path.join(/* turbopackIgnore: true */ gitDir, name)).then(
      () => true,
      () => false,
    );
    if (going) throw new AppError("repository_unavailable", { why: `a git operation is going on (${name})` });
  }
}
