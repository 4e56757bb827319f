import { expect, test } from "vitest";
import { entryOf } from "@/test/record";
import { entriesPerPart, recordPart } from "./record-part";

test("a long record is printed in parts, each entry in exactly one, in the order in which things happened", () => {
  const total = 2 * entriesPerPart + 500;
  const entries = Array.from({ length: total }, (_, at) => entryOf(total - at, {}));
  const parts = [1, 2, 3].map((part) => recordPart(entries, part));
  expect(parts.map(({ shown }) => shown.length)).toEqual([entriesPerPart, entriesPerPart, 500]);
  expect(parts.flatMap(({ shown }) => shown.map(({ seq }) => seq))).toEqual(entries.map(({ seq }) => seq).toReversed());
});

test.each([0, -3, 99, Number.NaN, 1.5])("there is no part %d: the nearest is shown", (wanted) => {
  expect(recordPart([entryOf(1, {})], wanted)).toMatchObject({ part: 1, parts: 1, shown: [{ seq: 1 }] });
});
