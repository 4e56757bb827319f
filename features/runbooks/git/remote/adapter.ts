import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { redact } from "@/lib/log";
import { headOf, type Repository, run } from "../adapter";

/** Where the content is shared with other clones: a URL or path that git understands, and a branch of it. */
export type Remote = { url: string; branch: string };

/** What a fetch or a push came to. `why` never holds the credentials of a URL. */
export type Reached<T> = { reached: true; value: T } | { reached: false; why: string };

/** Where the remote's branch was when we last asked, in a ref of our own: `origin` belongs to whoever cloned. */
const trackingRef = "refs/bitacora/remote";
/** Longest wait for the other side, in milliseconds. A publication waits for it. */
const patienceMs = 10_000;
const lockAttempts = 5;

/** The remote that this portal was given, with the branch that it stands on unless it was given one too; null without. */
export async function configuredRemote(repository: Repository): Promise<Remote | null> {
  const { CONTENT_REMOTE: url, CONTENT_BRANCH: given } = env();
  if (!url) return null;
  return { url, branch: given ?? (await headOf(repository)).branch ?? "main" };
}

/**
 * Asks the remote where its branch is, and takes over what is there. Changes nothing but a ref of our own.
 * @returns the commit; null when the remote has no such branch yet
 */
export async function fetchRemote(repository: Repository, { url, branch }: Remote): Promise<Reached<string | null>> {
  const spec = `+refs/heads/${branch}:${trackingRef}`;
  const fetched = await unlessLocked(() =>
    overNetwork(repository, ["fetch", "-q", "--no-tags", "--no-write-fetch-head", url, spec]),
  );
  if (fetched.code === 0) return { reached: true, value: await commitAt(repository, trackingRef) };
  if (/couldn't find remote ref/i.test(fetched.stderr)) return { reached: true, value: null };
  return { reached: false, why: reasonIn(fetched.stderr) };
}

/**
 * Moves the remote's branch to a commit, forward only.
 * @returns `pushed`, or `behind` when somebody else was faster
 */
export async function pushTo(
  repository: Repository,
  { url, branch }: Remote,
  commit: string,
): Promise<Reached<"pushed" | "behind">> {
  const pushed = await overNetwork(repository, ["push", "--porcelain", url, `${commit}:refs/heads/${branch}`]);
  if (pushed.code === 0) return { reached: true, value: "pushed" };
  // "fetch first" and "non-fast-forward" in git's own words; a lock is somebody else's push at this very moment.
  const raced = /\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value/i;
  if (raced.test(pushed.stdout + pushed.stderr) && !/hook declined|protected/i.test(pushed.stdout + pushed.stderr)) {
    return { reached: true, value: "behind" };
  }
  return { reached: false, why: reasonIn(`${pushed.stdout}\n${pushed.stderr}`) };
}

/** Two processes over one clone may fetch at the same moment: the second one of them asks again. */
async function unlessLocked(fetch: () => ReturnType<typeof overNetwork>) {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await fetch();
    if (fetched.code === 0 || attempt === lockAttempts || !/cannot lock ref|\.lock/i.test(fetched.stderr))
      return fetched;
    await sleep(Math.random() * 100 * attempt);
  }
}

async function overNetwork(repository: Repository, args: string[]) {
  return run(["-c", "protocol.ext.allow=never", "-c", "fetch.fsckObjects=true", ...args], {
    cwd: repository.root,
    timeoutMs: patienceMs,
    // Whoever would be asked for a password is not there.
    env: { GIT_ASKPASS: "true", SSH_ASKPASS: "true", GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=5" },
  }).catch((error: Error) => ({ code: -1, stdout: "", stderr: error.message }));
}

async function commitAt(repository: Repository, ref: string): Promise<string | null> {
  const found = await run(["rev-parse", "--verify", "-q", `${ref}^{commit}`], { cwd: repository.root });
  return found.stdout.trim() || null;
}

/** What git, or the other side, said first of why it did not work. */
const reasonIn = (said: string): string => {
  const lines = said.split("\n").map((line) => line.trim());
  const reason = lines.find((line) => /^!/.test(line)) ?? lines.find((line) => /^(fatal|error|ssh|remote):/.test(line));
  const text = (reason ?? lines.find(Boolean) ?? "").replaceAll("\t", " ");
  return String(redact(text))
    .replace(/\/\/[^/@\s]+@/g, "//")
    .slice(0, 300);
};
