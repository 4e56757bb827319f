import { expect, test } from "vitest";
import type { Kept } from "./kept";
import { surplus } from "./limits";

const now = new Date("2026-01-15T03:00:00Z");
const copy = (path: string, daysAgo: number, bytes = 10): Kept => ({
  path,
  title: path,
  at: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
  build: "b1",
  bytes,
  personal: false,
});
const gone = (copies: Kept[], most: { count: number; bytes: number; days: number; personalDays: number }) =>
  surplus(copies, now, most).map(({ path }) => path);

test("the oldest go when there are too many", () => {
  expect(
    gone([copy("/old", 3), copy("/new", 1), copy("/older", 5)], { count: 1, bytes: 1_000, days: 30, personalDays: 7 }),
  ).toEqual(["/old", "/older"]);
});

test("the oldest go when they take too much", () => {
  expect(gone([copy("/a", 1, 60), copy("/b", 2, 60)], { count: 9, bytes: 100, days: 30, personalDays: 7 })).toEqual([
    "/b",
  ]);
});

test("what is too old goes, however little there is", () => {
  expect(gone([copy("/a", 31)], { count: 9, bytes: 100, days: 30, personalDays: 7 })).toEqual(["/a"]);
});

test("what is a person's own goes after a week", () => {
  const own = { ...copy("/incidents/INC-1", 8), personal: true };
  expect(gone([own, copy("/a", 8)], { count: 9, bytes: 100, days: 30, personalDays: 7 })).toEqual(["/incidents/INC-1"]);
});
