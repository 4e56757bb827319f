import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { system } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { dataPath, env, fillIn, settingsAreSettled } from "@/lib/env";
import { jobRunner, type Task } from "@/lib/jobs/runner";
import { log } from "@/lib/log";
import { type ApiRoutes, apiRoutes } from "./api-routes";
import { ensureBuild } from "./build";
import { lockDataDir } from "./data-lock";
import { migrateAlone } from "./database-preparation";
import { superviseDatabase } from "./database-service";
import { frontServer } from "./front";
import type { Probe, Reading } from "./health";
import { makeMetrics } from "./metrics";
import { closeStreams } from "./open-streams";
import { captureOf } from "./page-cache/capture";
import type { Freshness } from "./page-cache/page-cache";
import { portalPages } from "./page-cache/start";
import { checkPort, portError } from "./port";
import { postedSearch } from "./posted-search";
import { readerAnswer } from "./reader-answer";
import { say, sentence } from "./say";
import { keptSecret } from "./secret";
import { ownRoutes, rootOf } from "./server-bundle";
import { readSettingsFiles } from "./settings-files";
import { orderedShutdown, type Shutdown } from "./shutdown";
import { StartError } from "./start-error";
import { warmUp } from "./warm-up";
import { type AnswerWorker, workerAnswer } from "./worker-bundle";

/** What the process needs of the features: `lib` is the bottom and cannot reach for it. */
export type House = {
  /** The folder of the process's own code: the portal's, or that of its bundle. */
  code: string;
  dev: boolean;
  /** Called once per start with the database migrated. */
  whenMigrated: (address: string) => Promise<void>;
  /** Reads the runbooks into memory, before the first page is asked for. */
  loadContent: () => Promise<unknown>;
  probes: Record<string, Probe>;
  /** What runbook pages are kept fresh by. */
  pages: Freshness;
  /** How far the runbooks are on their first reading; null when there is nothing to wait for. */
  reading: () => Reading | null;
  /**
   * Goes on beside the requests until the portal stops; started before it serves. `known`: from then on somebody who publishes on
   * another instance waits for this one.
   */
  beside: () => { known: Promise<unknown>; stop: () => unknown };
  /** What the job queue can do, by name; done as the portal itself. */
  tasks: Record<string, Task>;
};

/**
 * Starts the portal and comes back when it serves. What can fail for want of something of the person's (settings, port, folder)
 * is looked at before anything slow; the database alone may be missing, because runbooks are readable without it.
 */
export async function startPortal(house: House): Promise<void> {
  const shutdown = orderedShutdown();
  try {
    await start(house, shutdown);
  } catch (error) {
    if (shutdown.signal.aborted) return;
    console.error(error instanceof StartError ? `\n${error.message}\n` : error);
    await shutdown.begin(1);
  }
}

async function start(house: House, shutdown: Shutdown) {
  const { code, dev, whenMigrated, loadContent, probes, tasks } = house;
  const root = rootOf(code);
  readSettingsFiles(root);
  const { HOST, PORT, DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, OIDC_ISSUER } = settings();
  const address = addressOf(HOST, PORT);

  const lock = await lockDataDir(dataPath());
  shutdown.add("lock", lock.release, 200);
  await checkPort(HOST, PORT);
  const ownAddress = NEXTAUTH_URL ?? address;
  fillIn("NEXTAUTH_URL", ownAddress);
  fillIn("NEXTAUTH_SECRET", NEXTAUTH_SECRET ?? (await keptSecret(dataPath())));
  if (!dev) fillIn("BITACORA_BUILD", await ensureBuild(root, shutdown)); // pages name the build that they are of
  settingsAreSettled();
  shutdown.signal.throwIfAborted();

  const metrics = makeMetrics(versionOf(root));
  const jobs = jobRunner({ tasks, context: systemContext, count: metrics.countJob });
  const db = superviseDatabase({
    url: DATABASE_URL,
    embeddedDir: dataPath("postgres"),
    async prepare(url) {
      await migrateAlone(root, url);
      await lock.publish(url);
      await whenMigrated(ownAddress);
      jobs.start(url);
    },
  });
  shutdown.add("database", db.stop, 1_200);
  shutdown.signal.addEventListener("abort", () => void jobs.stop()); // beside the requests, which take most of the time
  shutdown.add("jobs", jobs.stop, 600);

  // What answers requests is loaded while the database starts.
  const { default: next } = await import("next");
  const app = next({ dev, dir: root, hostname: HOST, port: PORT });
  const pages = (request: IncomingMessage, response: ServerResponse) => app.getRequestHandler()(request, response);
  const policy = { dev, https: ownAddress.startsWith("https:"), formTargets: originsOf(OIDC_ISSUER) };
  const server = frontServer({
    pages: postedSearch(pages),
    memory: await portalPages({ root, pages, policy, freshness: house.pages, count: metrics.countPage }),
    // While developing, Next loads the routes anew after each change.
    api: dev
      ? nothing
      : firstOf(
          await Promise.all(Object.entries(ownRoutes).map(([dir, base]) => apiRoutes(path.join(code, dir), base))),
        ),
    worker: dev ? noWorker : eitherOf(await workerAnswer(root), await readerAnswer(root)),
    probes: { database: db.check, ...probes },
    reading: house.reading,
    metrics,
    policy,
  });
  await db.firstAttempt;
  shutdown.signal.throwIfAborted();
  await Promise.all([
    app.prepare(),
    loadContent().catch((error: unknown) => log.error("the runbooks cannot be read", { error })),
  ]);
  shutdown.add("next", () => app.close(), 300);
  shutdown.signal.throwIfAborted();
  const beside = house.beside();
  shutdown.signal.addEventListener("abort", () => void beside.stop());
  await Promise.race([beside.known, sleep(unknownMs)]);
  shutdown.signal.throwIfAborted();
  await listen(server, HOST, PORT);
  shutdown.add("requests", () => finishRequests(server), 1_600);
  if (!dev) shutdown.signal.addEventListener("abort", warmUp(captureOf(pages)).stop);
  say("ready", { address });
}

const nothing: ApiRoutes = async () => false;
/** While developing every page comes from the server: a copy would show yesterday's code. */
const noWorker: AnswerWorker = () => false;
const eitherOf =
  (one: AnswerWorker, other: AnswerWorker): AnswerWorker =>
  (request, response) =>
    one(request, response) || other(request, response);

const firstOf =
  (all: ApiRoutes[]): ApiRoutes =>
  async (request, response) => {
    for (const routes of all) if (await routes(request, response)) return true;
    return false;
  };

/** Where a browser on this machine reaches us: "every address" is none that it could ask for. */
function addressOf(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

const systemContext = () =>
  ({ db: database(), actor: system, now: () => new Date(), source: "system", locale: "es" }) as const;

function settings() {
  try {
    return env();
  } catch (error) {
    throw new StartError((error as Error).message);
  }
}

async function listen(server: Server, host: string, port: number) {
  server.listen({ host, port });
  await once(server, "listening").catch((error) => {
    throw portError(error, host, port);
  });
}

/** With the database away nobody publishes, and nobody has to know of this instance: it serves after this time. Milliseconds. */
const unknownMs = 1_000;

/** Requests under way may finish in this time; a shutdown waits no longer. Milliseconds. */
const requestsMs = 1_500;

async function finishRequests(server: Server) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  closeStreams();
  server.closeIdleConnections();
  await Promise.race([closed, sleep(requestsMs)]);
  server.closeAllConnections();
}

const versionOf = (root: string): string => JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version;

const originsOf = (issuer: string | undefined): string[] => {
  if (!issuer) return [];
  if (!URL.canParse(issuer)) throw new StartError(sentence("badIssuer", { issuer }));
  return [new URL(issuer).origin];
};
