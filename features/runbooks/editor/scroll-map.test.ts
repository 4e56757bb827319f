import fc from "fast-check";
import { expect, test } from "vitest";
import { ascending, lineAtY, yOf } from "./scroll-map";

const anchors = [
  { line: 1, y: 0 },
  { line: 11, y: 100 },
  { line: 21, y: 400 },
];

test("a line between two anchors lies between them", () => {
  expect(yOf(anchors, 6)).toBe(50);
  expect(yOf(anchors, 16)).toBe(250);
  expect(lineAtY(anchors, 250)).toBe(16);
});

test("before the first and after the last there is nothing more", () => {
  expect(yOf(anchors, 99)).toBe(400);
  expect(lineAtY(anchors, 9_999)).toBe(21);
  expect(yOf([], 5)).toBe(0);
});

test("what the page moved up is no anchor", () => {
  expect(ascending([...anchors, { line: 15, y: 20 }])).toEqual(anchors);
});

test("going down in the text never goes up on the page", () => {
  const anchor = fc.record({ line: fc.nat(500), y: fc.nat(5_000) });
  fc.assert(
    fc.property(fc.array(anchor), fc.nat(500), fc.nat(500), (some, one, other) => {
      const kept = ascending(some);
      expect(yOf(kept, Math.min(one, other))).toBeLessThanOrEqual(yOf(kept, Math.max(one, other)));
    }),
  );
});
