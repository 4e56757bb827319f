import { describe, expect, test } from "vitest";
import type { ErrorCode } from "@/lib/errors/catalogue";
import type { OutboxItem } from "./outbox-item";
import { afterFailure, backOff, bodyAt, nextToSend } from "./outbox-order";

const item = (id: string, given: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  lane: "incident:INC-1",
  person: "ada",
  method: "POST",
  path: "/api/v1/x",
  body: { text: id },
  writtenAt: "2026-01-15T03:00:00.000Z",
  label: id,
  position: 1,
  state: "sending",
  tries: 0,
  nextAt: 0,
  why: null,
  ...given,
});
const failed = (code: ErrorCode | "offline", details = {}) => ({ ok: false as const, code, title: "", details });

describe("which write is next", () => {
  test("the first made, past those that were refused", () => {
    expect(nextToSend([item("a", { state: "refused" }), item("b", { state: "held" }), item("c")])?.id).toBe("b");
    expect(nextToSend([item("a", { state: "refused" })])).toBeNull();
  });

  test("what builds on a refused write waits for the decision, and the others go on", () => {
    const items = [
      item("tick", { state: "refused", chain: "run:1" }),
      item("next tick", { chain: "run:1" }),
      item("another run", { chain: "run:2" }),
      item("note"),
    ];
    expect(nextToSend(items)?.id).toBe("another run");
    expect(nextToSend(items.slice(1))?.id).toBe("next tick");
  });
});

describe("what becomes of a write that was not accepted", () => {
  test.each([
    ["offline", "waiting"],
    ["database_unavailable", "waiting"],
    ["rate_limited", "waiting"],
    ["internal", "waiting"],
    ["unauthenticated", "held"],
    ["session_expired", "held"],
    ["other_person", "held"],
    ["incident_closed", "refused"],
    ["validation_failed", "refused"],
    ["stale_version", "refused"],
  ] as const)("after %s it is %s", (code, state) => {
    expect(afterFailure(item("a"), failed(code), 0, 0.5).state).toBe(state);
  });

  test("one that breaks the server a dozen times is shown instead of keeping the others back", () => {
    expect(afterFailure(item("a", { tries: 10 }), failed("internal"), 0, 0).state).toBe("waiting");
    expect(afterFailure(item("a", { tries: 11 }), failed("internal"), 0, 0).state).toBe("refused");
    expect(afterFailure(item("a", { tries: 500 }), failed("offline"), 0, 0).state).toBe("waiting");
  });

  test("the waits double up to half a minute, a half of each by chance, and no less than the server asks for", () => {
    expect([1, 2, 3, 9, 900].map((tries) => [backOff(tries, 0), backOff(tries, 1)])).toEqual([
      [500, 1_000],
      [1_000, 2_000],
      [2_000, 4_000],
      [15_000, 30_000],
      [15_000, 30_000],
    ]);
    expect(afterFailure(item("a"), failed("rate_limited", { retryAfter: 60 }), 1_000, 0).nextAt).toBe(61_000);
  });
});

describe("the body of a timed write", () => {
  const at = (seconds: number) => Date.parse("2026-01-15T03:00:00.000Z") + seconds * 1_000;

  test("says by which clock it is sent, and when it happened once that was a while ago", () => {
    const timed = item("a", { timed: true });
    expect(bodyAt(timed, at(1))).toEqual({ text: "a", sentAt: "2026-01-15T03:00:01.000Z" });
    expect(bodyAt(timed, at(60))).toMatchObject({ happenedAt: timed.writtenAt });
    expect(bodyAt({ ...timed, state: "waiting" }, at(1))).toMatchObject({ happenedAt: timed.writtenAt });
  });

  test("keeps the time that the person gave, and says nothing where no time is taken", () => {
    const happenedAt = "2026-01-15T02:30:00.000Z";
    expect(bodyAt(item("a", { timed: true, body: { happenedAt } }), at(60))).toMatchObject({ happenedAt });
    expect(bodyAt(item("a"), at(60))).toEqual({ text: "a" });
  });
});
