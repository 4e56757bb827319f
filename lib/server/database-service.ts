import { setTimeout as sleep } from "node:timers/promises";
import { database, disconnect } from "@/lib/db/client";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { fillIn } from "@/lib/env";
import { log } from "@/lib/log";
import { stopListening } from "@/lib/realtime/listener";
import { watchdog } from "./watchdog";

type Options = {
  /** An existing server; without one, PostgreSQL is run under `embeddedDir`. */
  url?: string;
  embeddedDir: string;
  /** Migrations and whatever else must be there before the first query. */
  prepare: (url: string) => Promise<void>;
};

export type DatabaseService = {
  /** Settles when the database was made ready for the first time or could not be: the portal starts either way. */
  firstAttempt: Promise<void>;
  /** @throws Error saying why the database cannot be used now */
  check: () => Promise<void>;
  stop: () => Promise<void>;
};

const firstWaitMs = 500;
const longestWaitMs = 30_000;

/**
 * Keeps the database going: starts it (or waits for it), prepares it, and begins anew when it ends. Nobody else waits for
 * this: pages that need no database are served meanwhile.
 */
export function superviseDatabase({ url, embeddedDir, prepare }: Options): DatabaseService {
  let stopping = false;
  let trouble: unknown = new Error("starting");
  let server: EmbeddedPostgres | undefined;
  let starting: Promise<EmbeddedPostgres> | undefined;
  const stopped = new AbortController();

  async function ready(): Promise<EmbeddedPostgres | undefined> {
    if (!url) {
      starting = startEmbedded({ dir: embeddedDir, port: server && Number(new URL(server.url).port) });
      server = await starting;
      void server.exited.then(watchdog(server.pid, "INT"));
      fillIn("DATABASE_URL", server.url);
    }
    if (stopping) return server;
    await prepare(process.env.DATABASE_URL as string).catch(async (error) => {
      await server?.stop();
      throw error;
    });
    return server;
  }

  /** One life of the database. @returns whether it had become ready */
  async function live(onSettled: () => void): Promise<boolean> {
    try {
      const running = await ready();
      trouble = undefined;
      onSettled();
      const code = await (running?.exited ?? new Promise<never>(() => {}));
      trouble = new Error(`PostgreSQL ended (code ${code}) and is being started again`);
      if (!stopping) log.error("PostgreSQL ended", { code });
      return true;
    } catch (error) {
      if (!stopping && String(error) !== String(trouble))
        log.error("the database is not ready: trying again", { error });
      trouble = error;
      return false;
    }
  }

  async function keepAlive(onSettled: () => void) {
    let waitMs = firstWaitMs;
    while (!stopping) {
      waitMs = (await live(onSettled)) ? firstWaitMs : Math.min(waitMs * 2, longestWaitMs);
      onSettled();
      await sleep(waitMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  const firstAttempt = new Promise<void>((resolve) => void keepAlive(resolve));
  return {
    firstAttempt,
    async check() {
      if (trouble) throw trouble;
      await database().$queryRaw`SELECT 1`;
    },
    async stop() {
      stopping = true;
      stopped.abort();
      await Promise.race([Promise.all([stopListening(), disconnect()]), sleep(300)]);
      const running = await (starting ?? Promise.resolve(server)).catch(() => undefined);
      await running?.stop(700);
    },
  };
}
