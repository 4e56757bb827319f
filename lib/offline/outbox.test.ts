import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOutbox, type Outcome, type Parts, type Told } from "./outbox";
import type { OutboxItem, OutboxRequest } from "./outbox-item";
import type { Answer } from "./outbox-order";
import { pageStore } from "./outbox-store";
import { pageTurns } from "./outbox-turns";

const request = (id: string, given: Partial<OutboxRequest> = {}): OutboxRequest => ({
  id,
  lane: "incident:INC-1",
  person: "ada",
  method: "POST",
  path: "/api/v1/x",
  body: {},
  writtenAt: "2026-01-15T03:00:00.000Z",
  label: id,
  ...given,
});
const arrived: Answer = { ok: true, value: null };
const failed = (code: "offline" | "unauthenticated" | "database_unavailable" | "stale_version"): Answer => ({
  ok: false,
  code,
  title: "",
  details: {},
});

/** Tabs of one browser, in front of a server that answers as it is told to. */
function browser(answers: (item: OutboxItem) => Answer, { tabs = 1, person = "ada" } = {}) {
  const store = pageStore();
  const turns = pageTurns();
  /** What the server wrote: an id that comes again is not written again. */
  const written: string[] = [];
  const sent: OutboxItem[] = [];
  let busy = 0;
  let mostAtOnce = 0;
  let clock = 0;
  const parts = (tell: (told: Told) => void): Parts => ({
    store,
    turns,
    tell,
    now: () => clock,
    random: () => 0,
    later: () => () => {},
    send: async (item) => {
      busy += 1;
      mostAtOnce = Math.max(mostAtOnce, busy);
      await Promise.resolve();
      busy -= 1;
      sent.push(item);
      const answer = answers(item);
      return answer;
    },
  });
  const open = Array.from({ length: tabs }, (_, index) =>
    createOutbox(
      person,
      parts((told) => {
        for (const [other, tab] of open.entries()) if (other !== index) tab.hear(told);
      }),
    ),
  );
  const write = ({ id }: OutboxItem) => void (written.includes(id) || written.push(id));
  return {
    store,
    open,
    sent,
    written,
    write,
    tab: open[0] as (typeof open)[number],
    mostAtOnce: () => mostAtOnce,
    pass: (ms: number) => {
      clock += ms;
    },
  };
}

describe("the outbox", () => {
  test("sends in the order of writing and forgets only what arrived", async () => {
    let online = false;
    const { tab, sent } = browser(() => (online ? arrived : failed("offline")));
    for (const id of ["1", "2", "3"]) await tab.add(request(id));
    await tab.wake();
    expect(tab.items().map(({ id, state }) => [id, state])).toEqual([
      ["1", "waiting"],
      ["2", "waiting"],
      ["3", "waiting"],
    ]);
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set(["1"]));
    online = true;
    sent.length = 0;
    await tab.wake();
    expect(sent.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(tab.items()).toEqual([]);
  });

  test("waits before it tries again, unless something says that it may be worth it", async () => {
    const { tab, sent, pass } = browser(() => failed("database_unavailable"));
    await tab.wake();
    await tab.add(request("1"));
    await tab.look();
    await tab.add(request("2"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent.length).toBe(1);
    pass(500);
    await tab.add(request("3"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent.map(({ id }) => id)).toEqual(["1", "1"]);
    await tab.wake();
    expect(sent.length).toBe(3);
  });

  test("shows nobody what another person wrote, and does not send it", async () => {
    const { store, sent, tab } = browser(() => arrived, { person: "bob" });
    await store.add({ ...request("hers"), state: "waiting", tries: 0, nextAt: 0, why: null });
    await tab.wake();
    expect([tab.items(), sent]).toEqual([[], []]);
    expect((await store.all("ada")).map(({ id }) => id)).toEqual(["hers"]);
  });

  test("tells whoever waits for a write what became of it first", async () => {
    const answers: Record<string, Answer> = {
      "1": arrived,
      "2": failed("stale_version"),
      "3": failed("unauthenticated"),
    };
    const { tab } = browser(({ id }) => answers[id] ?? arrived);
    const outcomes: Outcome["state"][] = [];
    for (const id of ["1", "2", "3"]) outcomes.push((await tab.deliver(request(id))).state);
    expect(outcomes).toEqual(["sent", "refused", "held"]);
    // Behind one that is held nothing is sent.
    expect((await tab.deliver(request("4"))).state).toBe("held");
    expect(tab.items().map(({ id }) => id)).toEqual(["2", "3", "4"]);
  });

  test("a refused write goes again as the person decided, before those that build on it", async () => {
    let theirs = true;
    const { tab, sent } = browser(({ id }) => (theirs && id === "1" ? failed("stale_version") : arrived));
    await tab.add(request("1", { chain: "run:1" }));
    await tab.add(request("2", { chain: "run:1" }));
    await tab.add(request("3"));
    await tab.wake();
    expect(tab.items().map(({ id }) => id)).toEqual(["1", "2"]);
    theirs = false;
    sent.length = 0;
    await tab.again("1", { id: "1b", body: { expectedVersion: 2 } });
    expect(sent.map(({ id, body }) => [id, body])).toEqual([
      ["1b", { expectedVersion: 2 }],
      ["2", {}],
    ]);
    expect(tab.items()).toEqual([]);
  });

  test("discarding a refused write lets go what waited for the decision", async () => {
    const { tab, sent } = browser(({ id }) => (id === "1" ? failed("stale_version") : arrived));
    await tab.add(request("1", { chain: "run:1" }));
    await tab.add(request("2", { chain: "run:1" }));
    await tab.wake();
    await tab.discard("1");
    expect(sent.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(tab.items()).toEqual([]);
  });
});

const troubles = fc.constantFrom("arrives", "lost before", "lost after", "signed out", "database away" as const);

test("whatever fails, over several tabs, each write is on the server once and in the order of its lane", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(troubles, { maxLength: 60 }),
      fc.array(fc.record({ tab: fc.nat(2), lane: fc.constantFrom("a", "b") }), { minLength: 1, maxLength: 15 }),
      async (plan, writes) => {
        const left = [...plan];
        const world = browser(
          (item) => {
            const trouble = left.shift() ?? "arrives";
            if (trouble === "arrives" || trouble === "lost after") world.write(item);
            if (trouble === "arrives") return arrived;
            if (trouble === "signed out") return failed("unauthenticated");
            return failed(trouble === "database away" ? "database_unavailable" : "offline");
          },
          { tabs: 3 },
        );
        for (const [index, { tab, lane }] of writes.entries()) {
          await world.open[tab]?.add(request(`${lane}${String(index).padStart(2, "0")}`, { lane }));
        }
        while ((await world.store.all("ada")).length > 0) await Promise.all(world.open.map((tab) => tab.wake()));
        for (const lane of ["a", "b"]) {
          const made = writes.flatMap((write, index) =>
            write.lane === lane ? [`${lane}${String(index).padStart(2, "0")}`] : [],
          );
          expect(world.written.filter((id) => id.startsWith(lane))).toEqual(made);
        }
        // Two lanes may be on their way at once, never two writes of one.
        expect(world.mostAtOnce()).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 200 },
  );
});
