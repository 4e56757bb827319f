import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process started, as text that only serves to compare: a process id alone is given out again sooner or later.
 * @returns null when there is no such process
 */
export function processStart(pid: number): string | null {
  if (process.platform === "linux") return startInProc(pid);
  const { stdout, status } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  if (status === 0 && stdout.trim()) return stdout.trim();
  return isAlive(pid) ? "unknown" : null;
}

// proc_pid_stat(5): field 22, in clock ticks since boot; the second field, a name in brackets, may itself hold spaces.
function startInProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
