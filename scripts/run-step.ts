import { spawn } from "node:child_process";

export type StepResult = { name: string; ok: boolean; seconds: number; output: string };

/** Runs one command and keeps what it says. `show` passes it on as it comes. */
export function runCommand(
  command: string,
  args: string[],
  options: { show?: boolean; env?: Record<string, string> } = {},
) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (options.show) process.stdout.write(chunk);
      });
    }
    child.once("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** Times `work` and prints a line: what passed quietly, what failed with all that it said. `work` resolves with its problems. */
export async function step(
  name: string,
  work: () => Promise<{ problems: string[]; note?: string }>,
): Promise<StepResult> {
  const began = performance.now();
  const { problems, note } = await work().catch((error: unknown) => ({
    problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    note: undefined,
  }));
  const seconds = (performance.now() - began) / 1_000;
  const ok = problems.length === 0;
  console.log(`${ok ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)${note ? `: ${note}` : ""}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, "    "));
  return { name, ok, seconds, output: problems.join("\n") };
}

/** A step that is a command: its output is the problem when it fails. */
export const commandStep = (name: string, command: string, args: string[], env?: Record<string, string>) =>
  step(name, async () => {
    const { code, output } = await runCommand(command, args, { env });
    return { problems: code === 0 ? [] : [output.trim() || `ended with code ${code}`] };
  });
