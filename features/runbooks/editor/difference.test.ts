import fc from "fast-check";
import { expect, test } from "vitest";
import { type DifferenceLine, difference } from "./difference";

const show = ({ kind, pieces }: DifferenceLine) =>
  ({ same: " ", added: "+", removed: "-" })[kind] + pieces.map((p) => (p.changed ? `[${p.text}]` : p.text)).join("");

test("a changed word is marked in the line that lost it and in the one that got it", () => {
  const { hunks, added, removed } = difference("a\ndocker restart api\nb\n", "a\ndocker restart worker\nb\n");
  expect(hunks.map((hunk) => hunk.map(show))).toEqual([
    [" a", "-docker restart [api]", "+docker restart [worker]", " b"],
  ]);
  expect({ added, removed }).toEqual({ added: 1, removed: 1 });
});

test("lines with little in common are not marked word by word", () => {
  const { hunks } = difference("una cosa\n", '<Step id="x">\n');
  expect(hunks[0]?.map(show)).toEqual(["-una cosa", '+<Step id="x">']);
});

test("changes far apart are hunks of their own, with the numbers of their lines", () => {
  const lines = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`);
  const changed = lines.map((line, i) => (i === 4 || i === 34 ? `${line}!` : line));
  const { hunks } = difference(lines.join("\n"), changed.join("\n"));
  expect(hunks).toHaveLength(2);
  expect(hunks[1]?.find((line) => line.kind === "added")?.after).toBe(35);
});

test("equal texts have no difference", () => {
  expect(difference("x\n", "x\n")).toEqual({ hunks: [], added: 0, removed: 0, coarse: false });
});

test("with all lines as context both texts can be read back", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c d", "c e", ""), { maxLength: 20 })
    .map((l) => l.map((x) => `${x}\n`).join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      if (before === after) return;
      const lines = difference(before, after, 100).hunks.flat();
      const side = (without: string) =>
        lines
          .filter((line) => line.kind !== without)
          .map((line) => `${line.pieces.map((p) => p.text).join("")}\n`)
          .join("");
      expect([side("added"), side("removed")]).toEqual([before, after]);
    }),
  );
});
