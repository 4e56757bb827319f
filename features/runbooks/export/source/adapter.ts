import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { git, headOf, locate, type Repository, run } from "../../git/adapter";

/** The runbooks' folder at HEAD. */
export type HeadFiles = {
  repository: Repository;
  commit: string;
  /** Blob by path below the content folder, e.g. `runbooks/api/emergencias.mdx`. */
  blobs: ReadonlyMap<string, string>;
  /** Bytes by blob. */
  sizes: ReadonlyMap<string, number>;
};

/** What HEAD holds under `runbooks`; null outside a repository and before its first commit. */
export async function headFiles(): Promise<HeadFiles | null> {
  const repository = await locate();
  const commit = repository && (await headOf(repository)).commit;
  if (!repository || !commit) return null;
  const { root, prefix } = repository;
  const listing = await git(["ls-tree", "-r", "-l", "-z", commit, "--", `${prefix}runbooks/`], { cwd: root });
  const blobs = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const line of listing.split("\0")) {
    const [, blob, size, name] = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
    if (!blob || !name) continue;
    blobs.set(name.slice(prefix.length), blob);
    sizes.set(blob, Number(size));
  }
  return { repository, commit, blobs, sizes };
}

/** The bytes of one file at HEAD, as git keeps them. */
export const fileStream = (head: HeadFiles, blob: string): Promise<Readable> =>
  gitStream(head, () => ["cat-file", "blob", blob]);

/**
 * A zip archive of a folder at HEAD, as `git archive` writes it: streamed, and the same bytes for the same commit.
 * What nobody can open in the portal, names that begin with a dot, stays out.
 * @param folder below the content folder, e.g. `runbooks/api`
 */
export const archiveStream = (head: HeadFiles, folder: string): Promise<Readable> =>
  gitStream(head, () => [
    "archive",
    "--format=zip",
    head.commit,
    "--",
    folder,
    ":(exclude,glob)**/.*",
    ":(exclude,glob)**/.*/**",
  ]);

// Attributes of the repository would change line ends, leave files out or run filters: an export holds what HEAD holds.
const untouched = "* -text -eol -ident -filter -working-tree-encoding -export-ignore -export-subst\n";

/**
 * Runs git over the repository's objects, with a git directory of its own: no configuration, no hooks, no filters.
 * @throws `repository_unavailable` when git cannot be started
 */
async function gitStream({ repository }: HeadFiles, args: () => string[]): Promise<Readable> {
  const home = await mkdtemp(path.join(os.tmpdir(), "bitacora-export-"));
  const forget = () => rm(home, { recursive: true, force: true }).catch(() => {});
  try {
    const gitDir = path.join(home, "git");
    // Run in a subdirectory, `git archive` names files as they are called from there (git-archive(1)).
    const cwd = path.join(home, "tree", repository.prefix);
    await Promise.all(["refs", "objects", "info"].map((name) => mkdir(path.join(gitDir, name), { recursive: true })));
    await mkdir(cwd, { recursive: true });
    await writeFile(path.join(gitDir, "HEAD"), "ref: refs/heads/main\n");
    await writeFile(path.join(gitDir, "info", "attributes"), untouched);
    await writeFile(path.join(gitDir, "config"), configOf(repository));
    const objects = (await run(["rev-parse", "--git-path", "objects"], { cwd: repository.root })).stdout.trim();
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("GIT_")));
    const child = spawn("git", args(), {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      env: {
        ...inherited,
        NODE_ENV: process.env.NODE_ENV,
        LC_ALL: "C",
        TZ: "UTC", // a zip keeps local times
        GIT_DIR: gitDir,
        GIT_WORK_TREE: path.join(home, "tree"),
        GIT_OBJECT_DIRECTORY: path.resolve(repository.root, objects),
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: os.devNull,
        GIT_NO_REPLACE_OBJECTS: "1",
      },
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
    });
    child.once("error", (error) => child.stdout.destroy(error));
    child.once("close", (code) => {
      if (code !== 0 && code !== null) {
        log.error("git did not export", { code, said });
        child.stdout.destroy(new AppError("repository_unavailable", { why: said.trim().split("\n").at(-1) ?? "" }));
      }
      void forget();
    });
    child.stdout.once("close", () => child.kill("SIGKILL")); // the reader may have left
    return child.stdout;
  } catch (error) {
    await forget();
    throw error;
  }
}

const configOf = ({ objectFormat }: Repository) =>
  objectFormat === "sha256"
    ? "[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\tobjectformat = sha256\n"
    : "[core]\n\trepositoryformatversion = 0\n\tbare = false\n";
