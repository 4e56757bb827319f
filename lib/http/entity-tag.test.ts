import { expect, test } from "vitest";
import { isKnown } from "./entity-tag";

const asked = (tag?: string) =>
  new Request("http://portal/", { headers: tag === undefined ? {} : { "if-none-match": tag } });

test.for([
  [undefined, false],
  ['"a1"', true],
  ['W/"a1"', true],
  ['"b2", W/"a1"', true],
  ["*", true],
  ['"b2"', false],
  ['W/"a12"', false],
  ["", false],
] as const)("If-None-Match: %s of a reader says %s", ([tag, known]) => {
  expect(isKnown(asked(tag), '"a1"')).toBe(known);
  expect(isKnown(asked(tag), 'W/"a1"')).toBe(known);
});
