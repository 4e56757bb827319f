import { execFileSync } from "node:child_process";

export type Process = { pid: number; parent: number; command: string };

/** Every process of the machine that has not ended. */
function processes(): Process[] {
  return execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]?.startsWith("Z"))
    .map((match) => ({ pid: Number(match?.[1]), parent: Number(match?.[2]), command: match?.[4] ?? "" }));
}

/** Processes with `text` on their command line, oldest first. PostgreSQL's is its data folder. */
export const processesNaming = async (text: string): Promise<Process[]> =>
  processes().filter(({ command }) => command.includes(text));

/** Direct children of a process. */
export const processesBelow = async (pid: number): Promise<Process[]> =>
  processes().filter(({ parent }) => parent === pid);
