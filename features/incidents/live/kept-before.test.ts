import { expect, test } from "vitest";
import { keptBefore } from "./kept-before";

test("what an earlier version kept is read, and nonsense is no entry", () => {
  const entry = { id: "a", body: "x", writtenAt: "2026-01-15T03:00:00.000Z", state: "waiting" };
  expect(keptBefore(JSON.stringify([entry, { id: 1 }, null])).map(({ id }) => id)).toEqual(["a"]);
  expect(keptBefore("{broken")).toEqual([]);
  expect(keptBefore(null)).toEqual([]);
});
