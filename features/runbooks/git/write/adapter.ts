import { access } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { headOf, locate, type Repository } from "../adapter";
import type { CommitRequest, CommitResult } from "../commit-request";
import { updateIndex } from "../index-entry/adapter";
import { writeObjects } from "../objects/adapter";
import {
  type FileIntent,
  followedOnDisk,
  isFollowedOnDisk,
  readIntents,
  recordIntents,
  repair,
} from "../repair/adapter";
import { readFolders } from "../tree/adapter";
import type { Folders } from "../tree/tree";
import { replaceInWorktree } from "../worktree/adapter";
import { type NewCommit, newCommit } from "./commit/adapter";
import { type Compared, compare, isByHand, isThere, refusalOf, refusePaths } from "./compare/adapter";
import { initialize } from "./initialize/adapter";
import { moveHead } from "./move-head/adapter";

type Parent = { id: string | null; folders: Folders };

/** How often to build the commit anew when somebody commits beside the portal. */
const attempts = 5;

/**
 * Commits some files together, all or none: compare each with HEAD and with the working tree → one commit, built of the
 * folders on the way to them → compare-and-swap of the ref → file by file a rename into the working tree → entries in
 * the index. Nothing else of the repository is read or touched: neither other files nor what is staged. The caller holds
 * the publishing lock, so that two portals do not race; a person at a shell still may.
 * A content folder outside any repository becomes one, with what lies in it as the first commit.
 * @throws `file_name_refused` and `file_name_taken`; `repository_locked` naming a lock that was left behind;
 *   `repository_unavailable` saying why: git missing, disk full, a merge or rebase going on
 */
export async function commitFiles(request: CommitRequest): Promise<CommitResult> {
  refusePaths(request.changes);
  const repository = (await locate()) ?? (await initialize(request.at));
  await refuseDuringOperation(repository);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await repair(repository);
    const result = await tryCommit(repository, request);
    if (result) return result;
  }
  throw new AppError("repository_unavailable", { why: "the branch keeps moving" });
}

async function tryCommit(repository: Repository, request: CommitRequest): Promise<CommitResult | null> {
  const { commit: head } = await headOf(repository);
  const paths = request.changes.map(({ file }) => repository.prefix + file);
  const folders = await readFolders(repository, head, paths);
  const files = await Promise.all(request.changes.map((change) => compare(repository, folders, change)));
  if (head && files.every(isThere)) {
    for (const { file, content, disk } of files) if (!disk) await replaceInWorktree(repository, file, content, null);
    return { outcome: "unchanged", commit: head };
  }
  const refusals = files.map(refusalOf).filter((refusal) => refusal !== null);
  const refusal = refusals.find(({ outcome }) => outcome === "stale") ?? refusals[0];
  if (refusal) return refusal;
  const { id: commit, objects } = newCommits(repository, { id: head, folders }, files, request);
  await writeObjects(repository, objects);
  const noted = await readIntents(repository);
  const intents = files.map((file) => intentOf(file, commit));
  await recordIntents(repository, [...noted, ...intents]);
  const why = `publish ${request.changes.map(({ file }) => file).join(", ")}`.slice(0, 500);
  if (!(await moveHead(repository, head, commit, why))) {
    await recordIntents(repository, noted);
    return null;
  }
  // Nobody else's commit on the same parent can get into the history any more; what is left is for a locked index.
  const left = noted.filter(isFollowedOnDisk);
  const blobs = files.map(({ wanted }) => wanted);
  return { outcome: "committed", commit, blobs, followed: await follow(repository, files, left, intents) };
}

/** One commit; before it, where there is any, one with the hand-made files that the author took over and went on from. */
function newCommits(repository: Repository, parent: Parent, files: Compared[], request: CommitRequest): NewCommit {
  const mode = ({ stored }: Compared) => stored?.mode ?? "100644";
  const byHand = files.filter(isByHand);
  const adopted = byHand.map((file) => ({ path: file.path, content: file.disk?.bytes ?? null, mode: mode(file) }));
  const message = `Keep what was changed by hand in ${byHand.map(({ file }) => file).join(", ")}`;
  const kept = byHand.length > 0 ? newCommit(repository, parent, adopted, { ...request, message }) : null;
  const wanted = files
    .filter((file) => !isThere(file))
    .map((file) => ({ path: file.path, content: file.content, mode: mode(file) }));
  const made = newCommit(repository, kept ?? parent, wanted, request);
  return { ...made, objects: [...(kept?.objects ?? []), ...made.objects] };
}

const intentOf = ({ file, stored, disk, wanted }: Compared, commit: string): FileIntent => ({
  commit,
  file,
  base: stored?.id ?? null,
  before: disk?.blob ?? null,
  after: wanted,
  atMs: performance.timeOrigin + performance.now(),
});

/** A name that goes may be the one that comes, in other letters; and a text comes after the images that it shows. */
const turnOf = ({ file, content }: Compared) => (content === null ? 0 : /\.mdx?$/.test(file) ? 2 : 1);

/**
 * The files are in the history by now: whatever stops the working tree from following is reported, not thrown.
 * @param left what was noted before, for a locked index
 */
async function follow(
  repository: Repository,
  files: Compared[],
  left: FileIntent[],
  intents: FileIntent[],
): Promise<boolean> {
  try {
    for (const { file, content, disk } of files.toSorted((a, b) => turnOf(a) - turnOf(b))) {
      await replaceInWorktree(repository, file, content, disk?.blob ?? null);
    }
    const entered = await updateIndex(
      repository,
      files.map(({ path, stored, wanted }) => ({
        path,
        from: [stored?.id ?? null],
        to: wanted === null ? null : { mode: stored?.mode ?? "100644", blob: wanted },
      })),
    );
    await recordIntents(repository, [...left, ...(entered === "locked" ? intents.map(followedOnDisk) : [])]);
    return entered === "entered";
  } catch (error) {
    log.error("the commit is made, but the working tree does not follow yet", {
      files: files.map(({ file }) => file),
      error,
    });
    return false;
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
