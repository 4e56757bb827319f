import { Logger } from "graphile-worker";
import { log } from "@/lib/log";

/**
 * What the queue's library says, in our log: its troubles, not its chatter. A failed task is left out, because whoever runs it
 * tells that with the task's name and without the payload.
 */
export const workerLog = new Logger(() => (level, message, meta) => {
  if (meta?.failure || (level !== "error" && level !== "warning")) return;
  log.warn("the job queue", { why: message });
});
