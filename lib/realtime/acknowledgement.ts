import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, databaseError, type Tx } from "@/lib/db/client";
import { log } from "@/lib/log";
import { onListeningConnection, subscribe } from "./listener";
import { channel, type Topic } from "./notify";

// One name per process, whichever copy of this module asks.
const shared = globalThis as typeof globalThis & { bitacoraInstance?: string; bitacoraOthers?: Map<string, number> };
const instance = (): string => {
  shared.bitacoraInstance ??= randomBytes(6).toString("hex");
  return shared.bitacoraInstance;
};

/** The other processes that were seen, and how often each was missing since. */
const known = (): Map<string, number> => {
  shared.bitacoraOthers ??= new Map();
  return shared.bitacoraOthers;
};
const lookEveryMs = 10_000;
/** Looks in which a process may be missing: it loses its connection when the database restarts, and comes back within seconds. */
const mostMissed = 3;

/** How a connection is named whose process acknowledges: `bitacora <process> <shows|lacks> <number of the last notice>`. */
const named = /^bitacora ([0-9a-f]{12}) (shows|lacks) (\d+)$/;
const nameOf = (state: "shows" | "lacks", seq: number) => `bitacora ${instance()} ${state} ${seq}`;

/**
 * Tells every process that something changed, at commit, by a number that grows with each such notice: the caller holds a
 * lock that orders them.
 * @returns the number: microseconds of the database's clock
 */
export async function announce(tx: Tx, topic: Topic): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`
    WITH moment AS (SELECT floor(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS seq)
    SELECT seq, pg_notify(${channel}, json_build_object('topic', ${topic}::text, 'seq', seq)::text)::text FROM moment`;
  return Number(row?.seq ?? 0);
}

/**
 * Acknowledges the notices of a topic: other processes can wait until this one has caught up.
 * @param catchUp brings this process to what is known by now; false when it could not
 * @returns `known`: from then on others wait for this process, and it has tried to catch up with what was there before; without a
 * database it does not resolve
 */
export function acknowledge(topic: Topic, catchUp: () => Promise<boolean>): { known: Promise<void>; stop: () => void } {
  const say = async (state: "shows" | "lacks", seq: number) => {
    await onListeningConnection("SELECT set_config('application_name', $1, false)", [nameOf(state, seq)]);
  };
  const follow = async (seq: number) => {
    const caughtUp = await catchUp().catch((error: unknown) => {
      log.warn("could not catch up", { topic, error });
      return false;
    });
    await say(caughtUp ? "shows" : "lacks", seq);
  };
  // In the order of the notices: the last name says that everything before it is shown as well.
  let turn = Promise.resolve();
  const next = (seq: number) => {
    turn = turn.then(() => follow(seq)).catch((error: unknown) => log.warn("could not acknowledge", { topic, error }));
  };
  const { ready, stop } = subscribe(topic, (seq) => next(seq ?? 0));
  const register = async () => {
    await ready;
    // Before it has caught up: somebody who publishes meanwhile has to wait for it, or be told that it is behind.
    await say("lacks", 0).catch((error: unknown) => log.warn("could not acknowledge", { topic, error }));
    next(0);
    await turn;
  };
  const known = register();
  const looking = setInterval(() => void lookAround().catch(() => {}), lookEveryMs).unref();
  return {
    known,
    stop() {
      clearInterval(looking);
      stop();
    },
  };
}

/** Remembers who is there, so that somebody who is away for a moment is not taken for nobody. */
async function lookAround(): Promise<void> {
  const rows = await onListeningConnection<{ name: string }>(namesQuery);
  if (!rows) return;
  const present = namesIn(rows).map(([name]) => name);
  for (const [name, missed] of known()) {
    if (missed >= mostMissed) known().delete(name);
    else if (!present.includes(name)) known().set(name, missed + 1);
  }
  for (const name of present) known().set(name, 0);
}

/**
 * Waits until every other process that acknowledges has seen notice `seq`. Who is alive is the database's own list of
 * connections, and who was on it half a minute ago.
 * @param withinMs the longest wait
 * @returns how many do not show it: they could not, or did not answer in time
 */
export async function untilAcknowledged(db: Db, seq: number, withinMs: number): Promise<number> {
  const until = performance.now() + withinMs;
  for (let pause = 5; ; pause = Math.min(pause * 2, 50)) {
    const present = (await namesNow(db)).filter(([name]) => name !== instance());
    const names = new Set(present.map(([name]) => name));
    const away = [...known().keys()].filter((name) => name !== instance() && !names.has(name)).length;
    for (const name of names) known().set(name, 0);
    const silent = present.filter(([, , number]) => number < seq).length;
    if (silent + away === 0 || performance.now() > until) {
      return silent + away + present.filter(([, state, number]) => state === "lacks" && number >= seq).length;
    }
    await sleep(pause);
  }
}

const namesQuery = `SELECT application_name AS name FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'bitacora %'`;

/** Process, state and number of everybody who acknowledges. */
async function namesNow(db: Db): Promise<[string, string, number][]> {
  const rows = await db.$queryRawUnsafe<{ name: string }[]>(namesQuery).catch((error: unknown) => {
    throw databaseError(error);
  });
  return namesIn(rows);
}

const namesIn = (rows: { name: string }[]): [string, string, number][] =>
  rows.flatMap(({ name }): [string, string, number][] => {
    const [, process = "", state = "", number] = named.exec(name) ?? [];
    return process ? [[process, state, Number(number)]] : [];
  });
