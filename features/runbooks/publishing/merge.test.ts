import fc from "fast-check";
import { expect, test } from "vitest";
import { markers, mergeTexts } from "./merge";

test("changes in different places come together", () => {
  expect(mergeTexts("A\nb\nc\nd\ne\n", "a\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n")).toEqual({
    text: "A\nb\nc\nd\nE\n",
    conflicts: 0,
  });
});

test("a change in one place by both keeps both, between markers", () => {
  const { text, conflicts } = mergeTexts("a\nmine\nc\n", "a\nold\nc\n", "a\ntheirs\nc\n");
  expect(conflicts).toBe(1);
  expect(text).toBe(
    ["a", markers.mine, "mine", markers.base, "old", markers.split, "theirs", markers.theirs, "c", ""].join("\n"),
  );
});

test("the same change by both is no conflict", () => {
  expect(mergeTexts("a\nnew\n", "a\nold\n", "a\nnew\n")).toEqual({ text: "a\nnew\n", conflicts: 0 });
});

const text = fc.array(fc.constantFrom("a", "b", "c", "", "d"), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("whoever changed nothing gets the other's text", () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeTexts(base, base, other)).toEqual({ text: other, conflicts: 0 });
      expect(mergeTexts(other, base, base)).toEqual({ text: other, conflicts: 0 });
    }),
  );
});

test("no new line of either side is lost", () => {
  const line = fc.string({ minLength: 1, unit: "grapheme-ascii" }).map((s) => `x${s.replaceAll(/[\r\n]/g, "")}`);
  const lines = fc.array(line, { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, lines, (mine, base, theirs) => {
      const merged = mergeTexts(mine.join("\n"), base.join("\n"), theirs.join("\n")).text.split("\n");
      const added = [...mine, ...theirs].filter((one) => !base.includes(one));
      expect(added.filter((one) => !merged.includes(one))).toEqual([]);
    }),
  );
});
