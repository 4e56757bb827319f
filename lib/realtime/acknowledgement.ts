import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, databaseError, type Tx } from "@/lib/db/client";
import { log } from "@/lib/log";
import { onListeningConnection, subscribe } from "./listener";
import { channel, type Topic } from "./notify";

// One name per process, whichever copy of this module asks.
const shared = globalThis as typeof globalThis & { bitacoraInstance?: string };
const instance = (): string => {
  shared.bitacoraInstance ??= randomBytes(6).toString("hex");
  return shared.bitacoraInstance;
};

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
 */
export function acknowledge(topic: Topic, catchUp: () => Promise<boolean>): { stop: () => void } {
  const say = async (seq: number) => {
    const caughtUp = await catchUp().catch((error: unknown) => {
      log.warn("could not catch up", { topic, error });
      return false;
    });
    await onListeningConnection("SELECT set_config('application_name', $1, false)", [
      nameOf(caughtUp ? "shows" : "lacks", seq),
    ]);
  };
  // In the order of the notices: the last name says that everything before it is shown as well.
  let turn = Promise.resolve();
  const next = (seq: number) => {
    turn = turn.then(() => say(seq)).catch((error: unknown) => log.warn("could not acknowledge", { topic, error }));
  };
  const { ready, stop } = subscribe(topic, (seq) => next(seq ?? 0));
  void ready.then(() => next(0));
  return { stop };
}

/**
 * Waits until every other process that acknowledges has seen notice `seq`. Who is alive is the database's own list of
 * connections: one that died is not waited for.
 * @param withinMs the longest wait
 * @returns how many do not show it: they could not, or did not answer in time
 */
export async function untilAcknowledged(db: Db, seq: number, withinMs: number): Promise<number> {
  const until = performance.now() + withinMs;
  for (let pause = 5; ; pause = Math.min(pause * 2, 50)) {
    const others = (await namesNow(db)).filter(([name]) => name !== instance());
    const silent = others.filter(([, , number]) => Number(number) < seq);
    if (silent.length === 0 || performance.now() > until) {
      return silent.length + others.filter(([, state, number]) => state === "lacks" && Number(number) >= seq).length;
    }
    await sleep(pause);
  }
}

/** Process, state and number of everybody who acknowledges. */
async function namesNow(db: Db): Promise<[string, string, string][]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT application_name AS name FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'bitacora %'`.catch((error: unknown) => {
    throw databaseError(error);
  });
  return rows.flatMap(({ name }) => {
    const found = named.exec(name);
    return found ? [[found[1] ?? "", found[2] ?? "", found[3] ?? ""] as [string, string, string]] : [];
  });
}
