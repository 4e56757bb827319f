import { type ChildProcess, execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { contentPath } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";

/** What git printed and how it ended. */
export type GitResult = { code: number; stdout: string; stderr: string };
/** The same where it prints bytes. */
export type GitBytes = Omit<GitResult, "stdout"> & { stdout: Buffer };

type Options = {
  /** Working directory; the content folder when not given. */
  cwd?: string;
  /** For standard input. */
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** Longest run, in milliseconds, where the usual one does not fit. */
  timeoutMs?: number;
};

// What a person or a repository may have configured must neither run programs, nor sign, nor rewrite bytes here.
const settings = {
  "safe.directory": "*",
  "core.autocrlf": "false",
  "core.hooksPath": "/dev/null",
  "core.fsmonitor": "false",
  "core.splitIndex": "false",
  "core.filesRefLockTimeout": "3000",
  // By default a commit may be lost with the power after it was told: loose objects and refs reach the disk here first.
  "core.fsync": "committed",
  "commit.gpgSign": "false",
  "log.showSignature": "false",
  "log.mailmap": "false",
  "i18n.commitEncoding": "UTF-8",
  "i18n.logOutputEncoding": "UTF-8",
  "init.defaultBranch": "main",
  "init.templateDir": "",
};
const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);

/** Longest run of one git command, in milliseconds. */
const timeout = 30_000;

/**
 * Runs git with an argument list, never through a shell, in the C locale, and deaf to the `GIT_*` variables of whoever
 * started the portal.
 * @throws `repository_unavailable` when git is missing or does not end in time; an exit code is the caller's to judge
 */
export async function run(args: string[], options: Options = {}): Promise<GitResult> {
  const result = await runBytes(args, options);
  return { ...result, stdout: result.stdout.toString() };
}

/** @see run; for commands that print the bytes of objects */
export async function runBytes(args: string[], options: Options = {}): Promise<GitBytes> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("GIT_")));
  return new Promise((resolve, reject) => {
    const child: ChildProcess = execFile(
      "git",
      [...flags, "--no-pager", ...args],
      {
        cwd: options.cwd ?? contentPath(),
        env: {
          ...inherited,
          NODE_ENV: process.env.NODE_ENV,
          LC_ALL: "C",
          GIT_TERMINAL_PROMPT: "0",
          GIT_OPTIONAL_LOCKS: "0",
          GIT_LITERAL_PATHSPECS: "1",
          GIT_NO_REPLACE_OBJECTS: "1",
          ...options.env,
        },
        timeout: options.timeoutMs ?? timeout,
        killSignal: "SIGKILL",
        encoding: "buffer",
        maxBuffer: 64 * 1024 * 1024,
        windowsHide: true,
      },
      (error, stdout, said) => {
        const stderr = said.toString();
        if (!error) return resolve({ code: 0, stdout, stderr });
        if (typeof error.code === "number") return resolve({ code: error.code, stdout, stderr });
        log.error("git did not run", { command: args[0], why: error.message });
        return reject(new AppError("repository_unavailable", { why: missing(error) ?? endOf(error.signal) }));
      },
    );
    child.stdin?.on("error", () => {}); // git may end before it has read everything; its exit code tells
    child.stdin?.end(options.input ?? "");
  });
}

const missing = (error: { code?: string | number | null }) =>
  error.code === "ENOENT" ? "git is not installed, or the content folder is gone" : null;

const endOf = (signal: NodeJS.Signals | undefined) => (signal === "SIGXFSZ" ? diskFull : "git did not end in time");

/** What git says, and we say, of a disk that takes no more. */
export const diskFull = "the disk is full";

/** The last line that git said, for people; a full disk by its own name. */
export const reasonOf = (said: string): string =>
  /no space left on device|disk quota exceeded|file too large/i.test(said)
    ? diskFull
    : (said.trim().split("\n").at(-1) ?? "").slice(0, 300);

/**
 * Standard output of a git command that has to succeed.
 * @throws `repository_unavailable` with what git said
 */
export async function git(args: string[], options: Options = {}): Promise<string> {
  const result = await run(args, options);
  if (result.code === 0) return result.stdout;
  log.error("git refused", { command: args[0], code: result.code, said: result.stderr.slice(0, 2_000) });
  throw new AppError("repository_unavailable", { why: reasonOf(result.stderr) });
}

/** The repository that holds the content folder. */
export type Repository = {
  /** Top of its working tree, absolute. */
  root: string;
  /** Its git directory, absolute; a linked worktree's own. */
  gitDir: string;
  /** Path of the content folder below `root`: empty, or ending in a slash. */
  prefix: string;
  /** Which hash names its objects. */
  objectFormat: "sha1" | "sha256";
};

/**
 * Finds the repository of the content folder: its own, or a larger one.
 * @returns null when there is none, or when the larger one ignores the folder and would never keep it
 */
export async function locate(): Promise<Repository | null> {
  const content = await realpath(contentPath()).catch(() => null);
  if (!content) return null;
  const found = await run(
    ["rev-parse", "--is-inside-work-tree", "--show-object-format", "--show-toplevel", "--absolute-git-dir"],
    { cwd: content },
  );
  const [inside, format, root, gitDir] = found.stdout.split("\n");
  if (found.code !== 0 || inside !== "true" || !root || !gitDir) return null;
  const objectFormat = format === "sha256" ? "sha256" : "sha1";
  if (content === root) return { root, gitDir, prefix: "", objectFormat };
  const ignored = await run(["check-ignore", "-q", "--", content], {
    cwd: root,
    env: { GIT_LITERAL_PATHSPECS: "0" }, // the one command that refuses it
  });
  return ignored.code === 0 ? null : { root, gitDir, prefix: `${content.slice(root.length + 1)}/`, objectFormat };
}

export type Head = {
  /** Commit id, or null before the first commit. */
  commit: string | null;
  /** `main`; null when HEAD is detached. */
  branch: string | null;
};

/** Where the repository stands; null when the content folder is in none. */
export async function head(): Promise<Head | null> {
  const repository = await locate();
  return repository && headOf(repository);
}

export async function headOf({ root }: Repository): Promise<Head> {
  const [commit, branch] = await Promise.all([
    run(["rev-parse", "--verify", "-q", "HEAD^{commit}"], { cwd: root }),
    run(["symbolic-ref", "-q", "--short", "HEAD"], { cwd: root }),
  ]);
  return { commit: commit.stdout.trim() || null, branch: branch.stdout.trim() || null };
}
