import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import { say } from "./say";

type Closer = { name: string; close: () => unknown; withinMs: number };

export type Shutdown = {
  /** Aborted when the shutdown begins. */
  signal: AbortSignal;
  /** Adds something to close; the last one added is closed first. Called when the shutdown has begun, it closes at once. */
  add: (name: string, close: () => unknown, withinMs: number) => void;
  /** Closes everything in order and ends the process. */
  begin: (exitCode: number) => Promise<void>;
};

/** In a terminal Ctrl-C reaches both npm and us, and npm passes its own on: the echo is not a second wish. Milliseconds. */
const echoMs = 500;
/** The process ends after this time, whatever still hangs. Milliseconds. */
const totalMs = 2_600;

/**
 * The one way out: SIGINT, SIGTERM, SIGHUP, or the `npm start` above us disappearing. A second signal ends the process at once.
 */
export function orderedShutdown(): Shutdown {
  const closers: Closer[] = [];
  const controller = new AbortController();
  let begunAt = 0;

  async function begin(exitCode: number) {
    if (begunAt) return;
    begunAt = performance.now();
    process.exitCode = exitCode;
    setTimeout(() => process.exit(exitCode), totalMs);
    controller.abort();
    for (const closer of closers.reverse()) await closeOne(closer);
    process.exit(exitCode);
  }

  function stop() {
    if (!begunAt) say("stopping");
    void begin(0);
  }

  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => (begunAt && performance.now() - begunAt > echoMs ? process.exit(1) : stop()));
  }
  process.on("uncaughtException", (error) => {
    log.error("uncaught exception: stopping", { error });
    void begin(1);
  });
  process.on("unhandledRejection", (error) => log.error("unhandled rejection", { error }));
  if (process.env.npm_lifecycle_event) watchParent(() => stop());

  return {
    signal: controller.signal,
    begin,
    add(name, close, withinMs) {
      if (begunAt) void closeOne({ name, close, withinMs });
      else closers.push({ name, close, withinMs });
    },
  };
}

async function closeOne({ name, close, withinMs }: Closer) {
  const late = Symbol("late");
  try {
    const outcome = await Promise.race([close(), sleep(withinMs, late)]);
    if (outcome === late) log.warn("still open after its time", { name, withinMs });
  } catch (error) {
    log.warn("could not be closed", { name, error });
  }
}

// `npm start` runs us below a shell, which a signal to npm ends without passing it on.
function watchParent(gone: () => void) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 200).unref();
}
