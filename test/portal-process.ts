import { execFileSync, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type PortalProcess = {
  url: string;
  pid: number;
  /** All that it has printed so far. */
  output: () => string;
  /** Resolves with its exit code, null when a signal ended it. */
  exited: Promise<number | null>;
  /** Sends SIGTERM and waits. @returns milliseconds that it took */
  stop: () => Promise<number>;
  /** Ends it at once if it still runs, for the end of a test. */
  kill: () => Promise<void>;
};

type Options = { dataDir: string; env?: Record<string, string>; port?: number; through?: "node" | "npm" };
const commands = {
  node: [process.execPath, "--max-semi-space-size=32", "start.mjs"],
  npm: ["npm", "start"],
} as const;

/** Starts `start.mjs` as a process of its own, with an environment that has nothing of ours in it. */
export async function spawnPortal({ dataDir, env = {}, port, through = "node" }: Options): Promise<PortalProcess> {
  const PORT = String(port ?? (await freePort()));
  const [command, ...args] = commands[through];
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    detached: through === "npm", // a process group of its own, as a terminal gives to each command
    env: { ...neutral(), LINK_CHECK: "off", DATA_DIR: dataDir, PORT, ...env }, // tests ask nobody on the internet
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    url: `http://127.0.0.1:${PORT}`,
    pid: child.pid as number,
    output: () => said,
    exited,
    async stop() {
      const began = performance.now();
      child.kill("SIGTERM");
      await exited;
      return performance.now() - began;
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Waits until it serves. @throws Error with its last words when it ends before, or is not ready in `withinMs` */
export async function untilReady(portal: PortalProcess, withinMs = 300_000): Promise<PortalProcess> {
  let ended = false;
  void portal.exited.then(() => {
    ended = true;
  });
  for (const began = performance.now(); performance.now() - began < withinMs; await sleep(50)) {
    if (ended) throw new Error(`the portal ended while starting:\n${portal.output()}`);
    const answer = await fetch(`${portal.url}/healthz`).catch(() => null);
    if (answer?.ok) return portal;
  }
  throw new Error(`the portal was not ready in ${withinMs} ms:\n${portal.output()}`);
}

// Settings of the developer's own shell, and of a `.env` beside the code, must not reach a portal under test.
function neutral(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR, CI } = process.env;
  const empty = Object.fromEntries(
    ["DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "ADMIN_EMAIL", "ADMIN_PASSWORD", "READ_ACCESS", "OIDC_ISSUER"]
      .concat(
        "OIDC_CLIENT_ID",
        "OIDC_CLIENT_SECRET",
        "TRUSTED_PROXIES",
        "HOST",
        "CONTENT_DIR",
        "CONTENT_REMOTE",
        "CONTENT_BRANCH",
      )
      .map((name) => [name, ""]),
  );
  return { ...empty, PATH, HOME, LANG, TMPDIR, CI, NODE_ENV: "production" } as NodeJS.ProcessEnv;
}

/** A folder of its own below the system's temporary one, and how to be rid of it. */
export async function temporaryFolder(name = "bitacora-"): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(os.tmpdir(), name));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Copies `content/` into `dir`, as a git repository with one commit: publishing in a test touches nothing of ours. */
export async function contentCopy(dir: string): Promise<string> {
  const copy = path.join(dir, "content");
  await cp("content", copy, { recursive: true, filter: (file) => path.basename(file) !== ".git" });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Bitácora", "-c", "user.email=bitacora@example.org", ...args], { cwd: copy });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "Runbooks");
  return copy;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
