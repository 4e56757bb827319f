import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeTexts } from "./merge";
import { type Choice, conflictsIn, mergeRegions, resolved } from "./merge-regions";

const all = (regions: ReturnType<typeof mergeRegions>, choice: Choice) =>
  resolved(regions, new Map(Array.from({ length: conflictsIn(regions) }, (_, at) => [at, choice])));

test("each part says whose it is, and what stood there", () => {
  expect(mergeRegions("A\nb\nc\nd\nx\n", "a\nb\nc\nd\nx\ny\n", "a\nb\nC\nd\nx\n")).toEqual([
    { kind: "mine", lines: ["A"], base: ["a"] },
    { kind: "same", lines: ["b"] },
    { kind: "theirs", lines: ["C"], base: ["c"] },
    { kind: "same", lines: ["d", "x"] },
    { kind: "agreed", lines: [], base: ["y"] },
    { kind: "same", lines: [""] },
  ]);
});

test("what they took away is said with the lines that are gone", () => {
  expect(mergeRegions("a\nb\nc", "a\nb\nc", "a\nc")).toContainEqual({ kind: "theirs", lines: [], base: ["b"] });
});

const conflict = mergeRegions("a\nmine\nc", "a\nold\nc", "a\ntheirs\nc");

test.each<[Choice, string]>([
  ["mine", "a\nmine\nc"],
  ["theirs", "a\ntheirs\nc"],
  ["both", "a\nmine\ntheirs\nc"],
  [{ text: "own\nwords" }, "a\nown\nwords\nc"],
  [{ text: "" }, "a\nc"],
])("a conflict settled by %j", (choice, text) => {
  expect(all(conflict, choice)).toBe(text);
});

test("an open conflict makes no text", () => {
  expect(resolved(conflict, new Map())).toBeNull();
});

const text = fc.array(fc.constantFrom("a", "b", "c", "", "d"), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("the merge that is shown is the merge that was proposed", () => {
  fc.assert(
    fc.property(text, text, text, (mine, base, theirs) => {
      const [regions, merge] = [mergeRegions(mine, base, theirs), mergeTexts(mine, base, theirs)];
      expect(conflictsIn(regions)).toBe(merge.conflicts);
      if (merge.conflicts === 0) expect(resolved(regions, new Map())).toBe(merge.text);
    }),
  );
});

test("before anybody changed anything there was the base", () => {
  fc.assert(
    fc.property(text, text, text, (mine, base, theirs) => {
      const old = mergeRegions(mine, base, theirs).flatMap((region) =>
        region.kind === "same" ? region.lines : region.base,
      );
      expect(old.join("\n")).toBe(base);
    }),
  );
});

test("with the other side unchanged, a side's text comes out whatever is chosen", () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(all(mergeRegions(other, base, base), "theirs")).toBe(other);
      expect(all(mergeRegions(base, base, other), "mine")).toBe(other);
    }),
  );
});
