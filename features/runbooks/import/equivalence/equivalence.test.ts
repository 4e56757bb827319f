import { expect, test } from "vitest";
import { gate } from "../../pipeline/gate";
import { compare } from "./equivalence";

const head = "---\ntitle: T\nservice: svc\nlang: en\nowner: O\n---\n\n";

function missing(body: string, mdx: string) {
  const { runbook } = gate({ file: "x.mdx", path: "svc/x", format: "mdx", source: head + mdx });
  if (!runbook) throw new Error("refused");
  return compare({ body, line: 1, shown: null }, runbook).missing;
}

test.each([
  ["a comment", "One\n\nTwo words\n", "One\n\n{/* Two words */}\n"],
  [
    "an id",
    "Restart now\n",
    '<Procedure id="restart-now" title="X">\n\n<Step id="a" title="B">\n\n</Step>\n\n</Procedure>\n',
  ],
  ["an alert of a procedure", "HighLoad\n", '<Procedure id="a" title="X" alerts="HighLoad">\n\ny\n\n</Procedure>\n'],
  ["the title of a link that has none", "secret\n", '[x](http://a.b "secret")\n'],
  ["the description of an image", "secret\n", "![secret](a.png)\n"],
  ["a definition that nothing refers to", "secret\n", "x\n\n[x]: http://secret\n"],
  ["a footnote that nobody cites", "secret\n", "[^a]: secret\n"],
  ["the info of a fence", "secret\n", "```text secret\nx\n```\n"],
  ["nothing", "A {name} here\n", "A  here\n"],
])("text that is only in %s is missing", (_, body, mdx) => {
  expect(missing(body, mdx)).not.toEqual([]);
});

test("what is missing is named with its line", () => {
  expect(missing("First line\n\nSecond line\nthird words\n", "First line\n\nSecond line\n")).toEqual([
    { line: 4, text: "third words" },
  ]);
});

test.each([
  ["a brace", "a {b}", "a b"],
  ["a sign of a command", "```bash\nls -la | wc\n```", "```bash\nls la | wc\n```"],
  ["an accent", "señal", "senal"],
  ["an address", "[x](http://a.b/c)", "[x](http://a.b/d)"],
  ["the order of words", "restart the api first and the queue second", "restart the queue first and the api second"],
])("%s counts", (_, body, mdx) => {
  expect(missing(body, mdx)).not.toEqual([]);
});

test.each([
  [
    "a heading that became a title",
    "# Restart it\n\ntext",
    '<Procedure id="a" title="Restart it">\n\ntext\n\n</Procedure>',
  ],
  ["a footnote at the end of the page", "a[^1] b\n\n[^1]: note\n\nc", "a[^1] b\n\n[^1]: note\n\nc"],
  ["signs that had to be escaped", "a <b> {c}", "a \\<b> \\{c}"],
])("%s is not missing", (_, body, mdx) => {
  expect(missing(body, mdx)).toEqual([]);
});
