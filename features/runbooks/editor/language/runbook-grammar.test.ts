import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { expect, test } from "vitest";
import { dangerTag } from "./mdx-tags";
import { runbookGrammar } from "./runbook-grammar";

const looks = tagHighlighter([
  { tag: tags.tagName, class: "tag" },
  { tag: tags.attributeName, class: "attribute" },
  { tag: tags.attributeValue, class: "value" },
  { tag: dangerTag, class: "danger" },
  { tag: tags.propertyName, class: "key" },
  { tag: tags.comment, class: "comment" },
  { tag: tags.strong, class: "strong" },
  { tag: tags.variableName, class: "variable" },
]);

function coloured(text: string) {
  const found: [string, string][] = [];
  highlightTree(runbookGrammar.language.parser.parse(text), looks, (from, to, look) => {
    found.push([look, text.slice(from, to)]);
  });
  return found;
}

test("tags, attributes and what is dangerous are told apart", () => {
  expect(coloured('<Step id="a" kind="change" irreversible>')).toEqual([
    ["tag", "Step"],
    ["attribute", "id"],
    ["value", '="a"'],
    ["danger", "kind"],
    ["danger", '="change"'],
    ["danger", "irreversible"],
  ]);
});

test("a tag may take several lines, and Markdown goes on right behind it", () => {
  expect(coloured('<Step\n  id="a"\n  kind="read"\n>\nes **muy** lento\n</Step>')).toEqual([
    ["tag", "Step"],
    ["attribute", "id"],
    ["value", '="a"'],
    ["attribute", "kind"],
    ["value", '="read"'],
    ["strong", "**muy**"],
    ["tag", "Step"],
  ]);
});

test("front matter is YAML, and only at the beginning", () => {
  expect(coloured("---\ntitle: x # y\n---\n\nowner: z\n")).toEqual([
    ["key", "title"],
    ["comment", "# y"],
  ]);
});

test("fences are in their languages, and comments of MDX are comments", () => {
  expect(coloured("```bash\necho $HOME\n```\n\nun {/* aviso */} más")).toEqual([
    ["variable", "$HOME"],
    ["comment", "{/* aviso */}"],
  ]);
  expect(coloured("```nadie\n$HOME\n```")).toEqual([]);
});

test("a tag in a sentence is one, and a half written one is text", () => {
  expect(coloured("<Undo>nada</Undo> y <Step").map(([, text]) => text)).toEqual(["Undo", "Undo"]);
});
