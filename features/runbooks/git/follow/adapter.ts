import { createHash, randomBytes } from "node:crypto";
import { chmod, lstat, mkdir, readFile, readlink, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import { git, type Repository, run } from "../adapter";
import { updateIndex } from "../index-entry/adapter";

/** A file that differs between two commits; a mode of zeros stands for "not there". */
type Change = { path: string; before: string; after: string; modeAfter: string };

/** What became of the working tree: paths that somebody changed by hand keep what they hold. */
export type Followed = { changed: string[]; byHand: string[] };

const Note = z.object({ from: z.string().nullable(), to: z.string() });
const noteFile = ({ gitDir }: Repository) => path.join(/* turbopackIgnore: true */ gitDir, "bitacora-follow.json");
const emptyTree = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};

/** Says, before HEAD moves over several files, from where to where: a killed process leaves this note. */
export async function noteFollowing(repository: Repository, from: string | null, to: string): Promise<void> {
  const file = noteFile(repository);
  await writeFile(`${file}.tmp`, JSON.stringify({ from, to }), { flush: true });
  await rename(`${file}.tmp`, file);
}

/**
 * Lets the working tree and the index follow HEAD from one commit to another, file by file with a rename. A file that
 * holds something else than the old commit is somebody's work and stays. Links and submodules are not made.
 */
export async function followCommit(repository: Repository, from: string | null, to: string): Promise<Followed> {
  const changes = await changesBetween(repository, from, to);
  const staging = path.join(
    /* turbopackIgnore: true */ repository.gitDir,
    `bitacora-tree-${randomBytes(6).toString("hex")}`,
  );
  const followed: Followed = { changed: [], byHand: [] };
  try {
    await writeOut(repository, to, changes, staging);
    for (const change of changes) {
      const done = await replaceOne(repository, change, staging).catch((error: unknown) => {
        log.error("a file could not follow its commit", { path: change.path, error });
        return "by-hand" as const;
      });
      if (done === "by-hand") followed.byHand.push(change.path);
      else if (done === "replaced") followed.changed.push(change.path);
    }
    await enterIndex(repository, changes);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await rm(noteFile(repository), { force: true });
  return followed;
}

/** Finishes what a killed process noted, if HEAD did move. @returns the files that it finished, from the top */
export async function finishFollowing(repository: Repository): Promise<string[]> {
  const text = await readFile(noteFile(repository), "utf8").catch(() => null);
  if (text === null) return [];
  const note = Note.safeParse(JSON.parse(text));
  const moved =
    note.success &&
    (await run(["merge-base", "--is-ancestor", note.data.to, "HEAD"], { cwd: repository.root })).code === 0;
  if (!note.success || !moved) {
    await rm(noteFile(repository), { force: true });
    return [];
  }
  const { changed } = await followCommit(repository, note.data.from, note.data.to);
  log.warn("finished taking over what was pushed", { files: changed.length, commit: note.data.to });
  return changed;
}

async function changesBetween(repository: Repository, from: string | null, to: string): Promise<Change[]> {
  const old = from ?? emptyTree[repository.objectFormat];
  const raw = await git(["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, to], {
    cwd: repository.root,
  });
  const parts = raw.split("\0");
  const changes: Change[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, , modeAfter = "", before = "", after = ""] =
      /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) /.exec(parts[at] ?? "") ?? [];
    changes.push({ path: parts[at + 1] ?? "", before, after, modeAfter });
  }
  return changes.filter(({ path }) => isPlainName(path));
}

/** git writes no such names, but whoever made the commit may not have used git. */
const isPlainName = (file: string) => !file.split("/").some((part) => /^(\.{0,2}|\.git)$/i.test(part));

const isFile = ({ modeAfter }: Change) => modeAfter === "100644" || modeAfter === "100755";
const isGone = ({ modeAfter }: Change) => /^0+$/.test(modeAfter);

/** The new files, written by git itself beside the working tree. */
async function writeOut(repository: Repository, to: string, changes: Change[], staging: string): Promise<void> {
  const wanted = changes.filter(isFile).map((change) => change.path);
  await mkdir(staging, { recursive: true });
  if (wanted.length === 0) return;
  const env = { GIT_INDEX_FILE: path.join(staging, "index") };
  await git(["read-tree", to], { cwd: repository.root, env });
  await git(["checkout-index", "-q", "-z", "--stdin", `--prefix=${staging}/files/`], {
    cwd: repository.root,
    env,
    input: wanted.map((each) => `${each}\0`).join(""),
  });
}

async function replaceOne(repository: Repository, change: Change, staging: string) {
  if (!isFile(change) && !isGone(change)) return "left"; // a link or a submodule
  const full = path.join(/* turbopackIgnore: true */ repository.root, change.path);
  if (!(await isPlainPath(repository.root, change.path))) return "by-hand";
  const there = await hashOf(repository, full);
  if (there === (isGone(change) ? null : change.after)) return "there";
  if (there !== (/^0+$/.test(change.before) ? null : change.before)) return "by-hand";
  if (isGone(change)) {
    await rm(full, { force: true });
    await rmdir(path.dirname(full)).catch(() => {}); // others are in it
    return "replaced";
  }
  const fresh = path.join(/* turbopackIgnore: true */ staging, "files", change.path);
  await mkdir(path.dirname(full), { recursive: true });
  await chmod(fresh, change.modeAfter === "100755" ? 0o755 : 0o644);
  await rename(fresh, full);
  return "replaced";
}

/** A link on the way could lead anywhere. */
async function isPlainPath(root: string, file: string): Promise<boolean> {
  const parts = file.split("/");
  for (let depth = 1; depth < parts.length; depth += 1) {
    const info = await lstat(path.join(/* turbopackIgnore: true */ root, ...parts.slice(0, depth))).catch(() => null);
    if (info && !info.isDirectory()) return false;
  }
  return true;
}

/** git's name for what lies there; null for nothing. */
async function hashOf({ objectFormat }: Repository, full: string): Promise<string | null> {
  const info = await lstat(full).catch(() => null);
  if (!info) return null;
  const bytes = info.isSymbolicLink() ? Buffer.from(await readlink(full)) : info.isFile() ? await readFile(full) : null;
  if (!bytes) return "not a file";
  return createHash(objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The person's index follows where nothing else was staged. */
const enterIndex = (repository: Repository, changes: Change[]) =>
  updateIndex(
    repository,
    changes.map((change) => ({
      path: change.path,
      from: [/^0+$/.test(change.before) ? null : change.before],
      to: isGone(change) ? null : { mode: change.modeAfter, blob: change.after },
    })),
  );
