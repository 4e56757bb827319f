import { spawn } from "node:child_process";

/**
 * Sees that a detached child does not outlive us, even after `kill -9`: a shell waits for the end of a pipe that only we hold
 * open, and then sends the signal.
 * @param target process id; negative for a process group (kill(2))
 * @returns calls the watch off, when the child ended in order
 */
export function watchdog(target: number, signal: "INT" | "TERM"): () => void {
  if (process.platform === "win32") return () => {};
  const script = `read -r word || kill -s ${signal} -- ${target}`;
  const child = spawn("sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  return () => void child.stdin.end("off\n");
}
