import { expect, test } from "vitest";
import { afterError, nextToSend, type OutboxItem, readKept } from "./outbox";

const item = (id: string, state: OutboxItem["state"]): OutboxItem => ({
  id,
  body: "x",
  writtenAt: "2026-01-15T03:00:00.000Z",
  state,
});

test.each([
  ["offline", "waiting"],
  ["database_unavailable", "waiting"],
  ["rate_limited", "waiting"],
  ["unauthenticated", "held"],
  ["incident_closed", "refused"],
  ["validation_failed", "refused"],
] as const)("after %s a write is %s", (code, state) => {
  expect(afterError(code)).toBe(state);
});

test("writes leave in the order in which they were written, past those that were refused", () => {
  expect(nextToSend([item("a", "refused"), item("b", "held"), item("c", "waiting")])?.id).toBe("b");
  expect(nextToSend([item("a", "refused")])).toBeNull();
});

test("what a page left on its way is sent by the next one, and nonsense is no item", () => {
  const kept = JSON.stringify([item("a", "sending"), item("b", "refused"), { id: 1 }, null]);
  expect(readKept(kept).map(({ id, state }) => [id, state])).toEqual([
    ["a", "waiting"],
    ["b", "refused"],
  ]);
  expect(readKept("{broken")).toEqual([]);
  expect(readKept(null)).toEqual([]);
});
