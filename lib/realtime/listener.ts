import pg from "pg";
import { log } from "@/lib/log";
import { channel, type Topic } from "./notify";

/** Called at each change; `null` means that the connection was away and anything may have changed: read again. */
export type Listener = (seq: number | null) => void;

type Hub = {
  url: string;
  topics: Map<string, Set<Listener>>;
  client: pg.Client | null;
  /** Resolves when LISTEN is in force (the first time, or again after a loss). */
  listening: Promise<void>;
  stopped: boolean;
};

// Routes and pages have module copies of their own: one connection per process lives on globalThis.
const shared = globalThis as typeof globalThis & { bitacoraHub?: Hub };

const firstDelayMs = 100;
const longestDelayMs = 5_000;
const probeEveryMs = 20_000;

/**
 * Follows a topic through this process's one LISTEN connection, which is opened when first needed and reopened when lost.
 * @returns `ready`: from then on no notice is missed; `stop`: no more calls
 */
export function subscribe(topic: Topic, listener: Listener): { ready: Promise<void>; stop: () => void } {
  const hub = currentHub();
  const listeners = hub.topics.get(topic) ?? new Set();
  listeners.add(listener);
  hub.topics.set(topic, listeners);
  return {
    ready: hub.listening,
    stop: () => {
      listeners.delete(listener);
      if (listeners.size === 0 && hub.topics.get(topic) === listeners) hub.topics.delete(topic);
    },
  };
}

/** Runs a statement on this process's LISTEN connection. @returns its rows; null while there is no connection */
export async function onListeningConnection<Row>(text: string, values: string[] = []): Promise<Row[] | null> {
  const client = shared.bitacoraHub?.client;
  return client ? ((await client.query(text, values)).rows as Row[]) : null;
}

/** Closes the connection for good; for a shutdown. A later `subscribe` opens a new one. */
export async function stopListening(): Promise<void> {
  const hub = shared.bitacoraHub;
  shared.bitacoraHub = undefined;
  if (!hub) return;
  hub.stopped = true;
  await hub.client?.end().catch(() => {});
}

function currentHub(): Hub {
  const url = process.env.DATABASE_URL ?? "";
  const known = shared.bitacoraHub;
  if (known && known.url === url && !known.stopped) return known;
  if (known) void stopListening();
  const hub: Hub = { url, topics: new Map(), client: null, listening: Promise.resolve(), stopped: false };
  shared.bitacoraHub = hub;
  hub.listening = connect(hub);
  return hub;
}

async function connect(hub: Hub): Promise<void> {
  for (let delay = firstDelayMs; !hub.stopped; delay = Math.min(delay * 2, longestDelayMs)) {
    const client = new pg.Client({ connectionString: hub.url, connectionTimeoutMillis: 3_000, keepAlive: true });
    try {
      client.on("error", () => {}); // `end` follows; without a listener it ends the process
      await client.connect();
      client.on("notification", ({ payload }) => deliver(hub, payload));
      await client.query(`LISTEN ${channel}`);
      hub.client = client;
      watch(hub, client);
      return;
    } catch (error) {
      client.end().catch(() => {});
      log.warn("cannot listen to the database", { error, retryMs: delay });
      // Without jitter all instances come back at the same moment.
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())).unref());
    }
  }
}

/** Opens a new connection when this one ends or no longer answers, then tells everybody to read again. */
function watch(hub: Hub, client: pg.Client): void {
  const probe = setInterval(() => {
    const silent = setTimeout(() => client.end().catch(() => {}), 5_000);
    client
      .query("SELECT 1")
      .catch(() => {})
      .finally(() => clearTimeout(silent));
  }, probeEveryMs).unref();
  client.once("end", () => {
    clearInterval(probe);
    if (hub.stopped) return;
    hub.client = null;
    hub.listening = connect(hub);
    void hub.listening.then(() => {
      for (const listeners of hub.topics.values()) for (const listener of listeners) listener(null);
    });
  });
}

function deliver(hub: Hub, payload: string | undefined): void {
  try {
    const { topic, seq } = JSON.parse(payload ?? "") as { topic: string; seq: number };
    for (const listener of hub.topics.get(topic) ?? []) listener(seq);
  } catch (error) {
    log.error("a notice could not be delivered", { error });
  }
}
