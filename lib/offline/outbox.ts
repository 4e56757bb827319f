import { fresh, type OutboxItem, type OutboxRequest } from "./outbox-item";
import { type Answer, afterFailure, type Failure, nextToSend } from "./outbox-order";
import type { OutboxStore } from "./outbox-store";
import type { Turns } from "./outbox-turns";

/** What happened to a write first: it arrived, it was refused, or it waits (`held`: for its person to sign in). */
export type Outcome =
  | { state: "sent"; value: unknown }
  | { state: "waiting" | "held"; code: Failure["code"] }
  | { state: "refused"; code: Failure["code"]; title: string; details: Failure["details"] };

/** What one tab tells the others of the same browser. */
export type Told =
  | { type: "changed" }
  | { type: "settled"; id: string; outcome: Outcome }
  | { type: "signed-in"; person: string };

export type Outbox = ReturnType<typeof createOutbox>;

export type Parts = {
  store: OutboxStore;
  turns: Turns;
  send: (item: OutboxItem) => Promise<Answer>;
  /** To the other tabs. */
  tell: (told: Told) => void;
  now: () => number;
  random: () => number;
  later: (work: () => void, ms: number) => () => void;
};

/**
 * The writes of one person in this browser that are not confirmed yet: kept, sent first in first out per lane, and removed only
 * once the server has them. Tabs share them; whichever has the turn sends.
 */
export function createOutbox(person: string, parts: Parts) {
  const { store, turns, send, tell, now, random, later } = parts;
  let items: OutboxItem[] = [];
  const watchers = new Set<() => void>();
  const settlers = new Set<(id: string, outcome: Outcome) => void>();
  const running = new Map<string, Promise<void>>();
  const queued = new Map<string, Promise<void>>();
  const timers = new Map<string, () => void>();
  let stopped = false;

  async function look(): Promise<void> {
    items = await store.all(person);
    for (const watch of watchers) watch();
  }
  const changed = async () => {
    tell({ type: "changed" });
    await look();
  };
  const settle = (id: string, outcome: Outcome) => {
    for (const settler of settlers) settler(id, outcome);
    tell({ type: "settled", id, outcome });
  };
  const ofLane = async (lane: string) => (await store.all(person)).filter((item) => item.lane === lane);

  /** Sends what the lane holds, until it is empty or something has to wait. */
  async function drain(lane: string): Promise<void> {
    timers.get(lane)?.();
    while (!stopped) {
      const head = nextToSend(await ofLane(lane));
      if (!head) return wait(lane, { state: "waiting", why: null });
      if (head.nextAt > now()) {
        timers.set(
          lane,
          later(() => flush(lane), head.nextAt - now()),
        );
        return wait(lane, head);
      }
      const answer = await send(head);
      if (answer.ok) {
        await store.remove(head.id);
        settle(head.id, { state: "sent", value: answer.value });
      } else {
        const after = afterFailure(head, answer, now(), random());
        await store.change(head.id, after);
        const { code, title, details } = answer;
        settle(
          head.id,
          after.state === "refused" ? { state: "refused", code, title, details } : { state: after.state, code },
        );
      }
      await changed();
    }
  }

  /** Nothing of the lane is on its way any more: those behind the first wait as it does. */
  async function wait(lane: string, head: Pick<OutboxItem, "state" | "why">): Promise<void> {
    const state = head.state === "held" ? "held" : "waiting";
    const behind = (await ofLane(lane)).filter((item) => item.state === "sending");
    for (const { id } of behind) {
      await store.change(id, { state });
      settle(id, { state, code: head.why?.code ?? "offline" });
    }
    if (behind.length > 0) await changed();
  }

  /** One run at a time in this tab, and one more after it for what came in meanwhile. */
  function flush(lane: string): Promise<void> {
    const planned = queued.get(lane);
    if (planned) return planned;
    const run = (running.get(lane) ?? Promise.resolve())
      .then(() => {
        queued.delete(lane);
        running.set(lane, run);
        return turns(`bitacora-outbox:${lane}`, () => drain(lane));
      })
      // The store or the lock failed: what is kept is kept, and is tried again with the next sign of life.
      .catch(() => {});
    queued.set(lane, run);
    return run;
  }

  /** Tries everything again now: the network, the server or the person may be back. */
  async function wake(): Promise<void> {
    for (const { id, state, nextAt } of await store.all(person)) {
      if (state !== "refused" && nextAt > 0) await store.change(id, { nextAt: 0 });
    }
    await look();
    await Promise.all([...new Set(items.map(({ lane }) => lane))].map(flush));
  }

  /** Keeps a write and sends it when its turn comes. Resolves once it is kept. */
  async function add(request: OutboxRequest): Promise<void> {
    const head = nextToSend(await ofLane(request.lane));
    // Behind one that waits nothing is sent: nobody needs to wait for that to be tried.
    const state = head && head.state !== "sending" && head.state !== "refused" ? head.state : fresh.state;
    await store.add({ ...request, ...fresh, state });
    await changed();
    if (state !== "sending") settle(request.id, { state, code: head?.why?.code ?? "offline" });
    void flush(request.lane);
  }

  return {
    person,
    items: () => items,
    kept: () => store.kept(),
    add,
    wake,
    look,
    /** The same as `add`, and what becomes of it first. A refused write stays until `discard`. */
    deliver(request: OutboxRequest, patienceMs = 8_000): Promise<Outcome> {
      return new Promise((resolve) => {
        const done = (id: string, outcome: Outcome) => {
          if (id !== request.id) return;
          settlers.delete(done);
          cancel();
          resolve(outcome);
        };
        const cancel = later(() => done(request.id, { state: "waiting", code: "offline" }), patienceMs);
        settlers.add(done);
        void add(request);
      });
    },
    /** Sends a refused or waiting write again, changed where the person decided so, in its place. */
    async again(
      id: string,
      change: Partial<Pick<OutboxRequest, "id" | "body" | "label" | "note">> = {},
    ): Promise<void> {
      await store.change(id, { ...change, state: "waiting", nextAt: 0, why: null });
      await changed();
      await Promise.all(items.filter((item) => item.id === (change.id ?? id)).map(({ lane }) => flush(lane)));
    },
    /** Takes a write away that will not be sent: the person's decision. */
    async discard(id: string): Promise<void> {
      const lane = items.find((item) => item.id === id)?.lane;
      await store.remove(id);
      await changed();
      if (lane) await flush(lane);
    },
    /** What another tab said. */
    hear(told: Told): void {
      if (told.type === "settled") for (const settler of settlers) settler(told.id, told.outcome);
      else if (told.type === "changed") void look();
      else if (told.person === person) void wake();
    },
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** Calls back with each write that the server took or refused, from whichever tab. */
    onSettled(settler: (id: string, outcome: Outcome) => void): () => void {
      settlers.add(settler);
      return () => settlers.delete(settler);
    },
    stop(): void {
      stopped = true;
      for (const cancel of timers.values()) cancel();
    },
  };
}
