import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { access, constants } from "node:fs/promises";

export type ServiceUser = {
  /** Who must own the data folder; null when it stays ours. */
  owner: { uid: number; gid: number } | null;
  spawn: (command: string, args: string[], options: SpawnOptions) => ChildProcess;
};

const ourselves: ServiceUser = { owner: null, spawn: (command, args, options) => spawn(command, args, options) };

// Any id but 0 that has a name everywhere: `initdb` looks its user's name up.
const mapped = ["--user", "--map-user=1", "--map-group=1"];

/**
 * PostgreSQL refuses to run as root. As root on Linux we give it a user namespace in which the same files belong to an
 * ordinary user, so that it works below folders that only root can enter (`mktemp -d`, `/root`). Where namespaces are not
 * allowed (most containers) it runs as the `postgres` or `nobody` user, which has to be able to reach the folders.
 * @throws Error saying which folder is out of reach and what to do
 */
export async function serviceUser(dir: string, binary: string): Promise<ServiceUser> {
  if (process.getuid?.() !== 0) return ourselves;
  if (spawnSync("unshare", [...mapped, "true"], { stdio: "ignore" }).status === 0) {
    return { owner: null, spawn: (command, args, options) => spawn("unshare", [...mapped, command, ...args], options) };
  }
  const owner = idOf("postgres") ?? idOf("nobody");
  if (!owner)
    throw new Error(
      "PostgreSQL cannot run as root, and there is no user `postgres` or `nobody`. Start the portal as an ordinary user.",
    );
  const reachable = spawnSync(binary, ["--version"], { ...owner, stdio: "ignore" }).status === 0;
  await access(binary, constants.X_OK);
  if (!reachable) {
    throw new Error(
      `PostgreSQL cannot run as root, and the user it would run as (${owner.uid}) cannot reach ${binary}. ` +
        `Start the portal as an ordinary user, move it out of a private folder, or set DATABASE_URL (${dir} is then not used).`,
    );
  }
  return { owner, spawn: (command, args, options) => spawn(command, args, { ...options, ...owner }) };
}

function idOf(name: string): { uid: number; gid: number } | null {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || Number.NaN),
  );
  return uid && gid ? { uid, gid } : null;
}
