import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOf, inside } from "./blocks";
import type { Mark } from "./marks";
import { outlineOf, pathTo } from "./outline";
import { rescan } from "./rescan";
import { scan } from "./scan";

const doc = (text: string) => Text.of(text.split("\n"));
const marks = (text: string) => scan(doc(text));
const shown = (text: string, found: Mark[]) => found.map((mark) => text.slice(mark.from, mark.to));

describe("the marks of a text", () => {
  test("are its tags, fences, headings, comments and front matter, and nothing inside code", () => {
    const text = [
      "---",
      "title: <No>",
      "---",
      "# Uno",
      '<Step id="a" title="x > y">',
      "```bash",
      "cat <Token>",
      "```",
      "un `<No>` y \\<No> {/* <No> */} <Undo>z</Undo>",
    ].join("\n");
    expect(shown(text, marks(text))).toEqual([
      "---\ntitle: <No>\n---",
      "# Uno",
      '<Step id="a" title="x > y">',
      "```bash\ncat <Token>\n```",
      "{/* <No> */}",
      "<Undo>",
      "</Undo>",
    ]);
  });

  test("a tag may take several lines, and one that is half written is none", () => {
    const long = '<Step\n  id="a"\n  title="b"\n>';
    expect(shown(long, marks(long))).toEqual([long]);
    expect(marks('<Step id="a\n\n<Undo>').map((mark) => mark.kind === "tag" && mark.name)).toEqual(["Undo"]);
  });

  test("what is not closed reaches to the end", () => {
    expect(marks("a\n```bash\nx\n\n<No>")).toMatchObject([{ kind: "fence", from: 2, to: 17, lang: "bash" }]);
    expect(marks("---\ntitle: x\n")).toMatchObject([{ kind: "frontMatter", closed: false }]);
  });
});

test("after any change they are what a fresh look would find", () => {
  const piece = fc.constantFrom(
    "---",
    "\n",
    "\n\n",
    "```",
    "```bash",
    "<Step",
    ' id="a"',
    ">",
    "</Step>",
    "<Undo>",
    "{/*",
    "*/}",
    "# h",
    "`",
    "text",
    "title: x",
    "\n---\n",
    "<",
    "'",
    '"',
  );
  const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(fc.nat(100), fc.nat(12), text), { minLength: 1, maxLength: 3 }),
      (first, edits) => {
        let now = doc(first);
        let found = scan(now);
        for (const [at, remove, insert] of edits) {
          const from = Math.min(at, now.length);
          const to = Math.min(from + remove, now.length);
          const changes = ChangeSet.of({ from, to, insert: doc(insert) }, now.length);
          now = changes.apply(now);
          found = rescan(found, now, changes.desc);
          expect(found).toEqual(scan(now));
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a change in the middle of a long text reads a few of its lines", () => {
  const text = Array.from({ length: 500 }, (_, n) => `<Step id="s${n}" title="S">\n\ntext\n\n</Step>\n`).join("\n");
  const before = doc(text);
  const changes = ChangeSet.of({ from: 20_000, insert: "x" }, before.length);
  const after = changes.apply(before);
  let read = 0;
  const counted = new Proxy(after, {
    get: (target, key) => {
      if (key === "line") read += 1;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  rescan(scan(before), counted, changes.desc);
  expect(read).toBeLessThan(30);
});

describe("blocks", () => {
  test("an outer closing tag ends what was left open inside", () => {
    const text = "<Procedure>\n<Step>\n</Procedure>\n</Undo>";
    const { all, strays } = blocksOf(marks(text));
    expect(all.map(({ name, close, to }) => [name, close !== null, to])).toEqual([
      ["Procedure", true, 31],
      ["Step", false, 19],
    ]);
    expect(strays.map(({ name }) => name)).toEqual(["Undo"]);
  });

  test("say what a place is in", () => {
    expect(inside(marks("<A><B/><C></C>"), 14).map(({ name }) => name)).toEqual(["A"]);
    expect(inside(marks("<A></A>"), 7)).toEqual([]);
  });
});

test("the outline nests steps in phases in procedures, and finds the path to a place", () => {
  const text =
    '---\ntitle: x\n---\n## Antes\n<Procedure id="p" title="P">\n<Remediation>\n<Step id="a" title="A" kind="change">\n\nhola\n</Step>\n</Remediation>\n</Procedure>';
  const entries = outlineOf(marks(text));
  expect(entries.map(({ kind, title, depth, changes }) => [kind, title, depth, changes])).toEqual([
    ["frontMatter", "", 0, false],
    ["heading", "Antes", 0, false],
    ["procedure", "P", 0, false],
    ["phase", "", 1, false],
    ["step", "A", 2, true],
  ]);
  expect(pathTo(entries, text.indexOf("hola")).map(({ kind }) => kind)).toEqual(["procedure", "phase", "step"]);
});
