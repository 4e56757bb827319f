import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gate } from "@/features/runbooks/pipeline/gate";

// Each file of test/fixtures/hostile/svc holds what the gate must refuse, and each row where it must say so.
const refusals: [file: string, errors: string[]][] = [
  ["Mal Nombre.mdx", ["1:1 path-name"]],
  ["attribute-values.mdx", ["8:12 attribute-value", "8:31 attribute-value", "8:47 attribute-value"]],
  ["bare-value.mdx", ["8:12 attribute-value"]],
  ["classname.mdx", ["8:22 unknown-attribute"]],
  ["closing-only.mdx", ["10:1 unexpected-closing-tag"]],
  ["dotted-tag.mdx", ["8:1 dotted-tag", "10:1 dotted-tag"]],
  ["duplicate-attribute.mdx", ["8:19 duplicate-attribute"]],
  ["duplicate-id.mdx", ["12:7 duplicate-id", "14:7 duplicate-id"]],
  ["empty-blocks.mdx", ["8:1 triage-without-table", "14:1 checklist-empty", "22:1 decision-without-options"]],
  ["endless-procedures.mdx", ["12:24 endless-loop"]],
  ["endless-question.mdx", ["14:20 endless-loop"]],
  ["event-handler.mdx", ["8:26 event-attribute", "10:10 event-attribute"]],
  ["export.mdx", ["8:1 import"]],
  ["expression-attribute.mdx", ["8:19 attribute-expression"]],
  ["expression-broken.mdx", ["8:11 mdx-brace"]],
  ["expression-comment-code.mdx", ["8:1 expression"]],
  ["expression-flow.mdx", ["8:1 expression"]],
  ["expression-in-tag.mdx", ["10:11 expression"]],
  ["expression-link.mdx", ["10:4 expression"]],
  ["expression-text.mdx", ["8:8 expression"]],
  ["expression-unclosed.mdx", ["8:11 mdx-brace", "10:6 mdx-brace"]],
  ["fragment.mdx", ["8:1 fragment"]],
  ["front-matter-bomb.mdx", ["2:1 front-matter-yaml"]],
  ["front-matter-function.mdx", ["2:8 front-matter-yaml"]],
  ["front-matter-js.mdx", ["1:1 front-matter-engine"]],
  ["front-matter-json.mdx", ["1:1 front-matter-engine"]],
  ["front-matter-late-js.mdx", ["9:1 mdx-brace"]],
  ["front-matter-missing-key.mdx", ["2:1 front-matter-required"]],
  ["front-matter-none.mdx", ["1:1 front-matter-missing"]],
  ["front-matter-plus.mdx", ["1:1 front-matter-engine"]],
  ["front-matter-toml.mdx", ["1:1 front-matter-engine"]],
  ["front-matter-twice.mdx", ["3:1 front-matter-yaml"]],
  ["front-matter-unclosed.mdx", ["1:1 front-matter-unclosed"]],
  ["front-matter-unknown-key.mdx", ["6:1 front-matter-unknown-key", "8:16 front-matter-unknown-key"]],
  [
    "front-matter-values.mdx",
    [
      "4:7 front-matter-value",
      "6:11 front-matter-value",
      "7:14 front-matter-value",
      "8:14 front-matter-value",
      "10:22 front-matter-value",
      "12:5 front-matter-matcher",
    ],
  ],
  ["html-attribute.mdx", ["8:6 html-attribute"]],
  ["html-comment.mdx", ["8:1 mdx-comment"]],
  ["html-tags.mdx", ["8:1 html-tag", "10:1 html-tag"]],
  ["iframe.mdx", ["8:1 forbidden-tag", "8:25 forbidden-attribute"]],
  ["import-broken.mdx", ["8:1 import"]],
  ["import.mdx", ["10:1 import"]],
  ["nested-lists-line.md", ["1:80 too-deep"]],
  ["nested-lists-line.mdx", ["8:80 too-deep"]],
  ["nesting.mdx", ["8:1 nesting", "10:1 nesting", "14:1 nesting-top", "20:1 nesting", "24:1 nesting"]],
  ["nul.mdx", ["1:1 not-text"]],
  ["pattern-catastrophic.mdx", ["12:9 pattern-unsafe"]],
  ["pattern-lookahead.mdx", ["12:9 pattern-syntax", "14:9 pattern-syntax", "16:9 pattern-syntax"]],
  ["required-attribute.mdx", ["8:1 required-attribute"]],
  ["script-case.mdx", ["8:7 forbidden-tag"]],
  ["script.mdx", ["8:1 forbidden-tag"]],
  ["service-other-folder.mdx", ["3:1 service-mismatch"]],
  ["spread.mdx", ["8:29 spread"]],
  ["style.mdx", ["8:6 forbidden-attribute", "10:5 forbidden-attribute"]],
  ["target-checklist.mdx", ["18:23 target-not-a-step"]],
  ["unclosed-tag.mdx", ["10:1 unclosed-tag"]],
  ["unknown-attribute.mdx", ["8:29 unknown-attribute"]],
  ["unknown-tag-case.mdx", ["10:1 unknown-tag"]],
  ["unknown-tag-token.mdx", ["8:8 unknown-tag"]],
  ["unknown-tag.mdx", ["10:1 unknown-tag"]],
  ["unknown-target.mdx", ["12:19 unknown-target"]],
  ["url-autolink.md", ["8:1 url-scheme", "10:1 url-scheme"]],
  ["url-data.mdx", ["8:1 url-scheme", "10:1 url-scheme", "12:1 url-scheme", "14:1 url-scheme", "16:1 url-scheme"]],
  [
    "url-javascript.mdx",
    [
      "8:1 url-scheme",
      "10:1 url-scheme",
      "12:1 url-scheme",
      "14:1 url-scheme",
      "16:1 url-scheme",
      "20:1 url-scheme",
      "22:6 url-scheme",
      "24:6 url-scheme",
      "26:1 url-scheme",
    ],
  ],
  ["void-tag.mdx", ["8:4 void-tag"]],
];

const folder = new URL("fixtures/hostile/svc/", import.meta.url);
const read = (file: string) => {
  const [, name = "", format = ""] = /^(.*)\.(mdx?)$/.exec(file) ?? [];
  const source = readFileSync(new URL(encodeURIComponent(file), folder), "utf8");
  return gate({ file, path: `svc/${name}`, format: format === "md" ? "md" : "mdx", source });
};

test.each(refusals)("%s is refused", (file, errors) => {
  const { problems, runbook } = read(file);
  expect(runbook).toBeNull();
  expect(
    problems
      .filter((entry) => entry.severity === "error")
      .map((entry) => `${entry.line}:${entry.column} ${entry.rule}`),
  ).toEqual(errors);
});

test("no hostile file lacks its row", () => {
  expect(readdirSync(folder).toSorted()).toEqual(refusals.map(([file]) => file).toSorted());
});

test.each(refusals)("%s says what to do instead, with every value filled in", (file) => {
  for (const { message } of read(file).problems) {
    expect(message.length).toBeGreaterThan(30);
    expect(message).not.toMatch(/\{[a-z]+\}\s?(is|are|begins)|undefined/);
  }
});

const head = "---\ntitle: T\nservice: svc\nlang: es\nowner: O\n---\n\n";
const exhausting: [what: string, format: "mdx" | "md", source: string, error: string][] = [
  ["a file of 5 MB", "mdx", "x".repeat(5_000_000), "1:1 file-too-large"],
  ["10,000 lists on one line", "md", `${head}${"- ".repeat(10_000)}x`, "8:80 too-deep"],
  ["10,000 numbered lists", "mdx", `${head}${"1. ".repeat(10_000)}x`, "8:120 too-deep"],
  [
    "lists nested by indentation",
    "mdx",
    head + Array.from({ length: 700 }, (_, i) => `${"  ".repeat(i)}- x`).join("\n"),
    "48:1 too-deep",
  ],
  ["10,000 quotes", "mdx", `${head}${">".repeat(10_000)} x`, "8:41 too-deep"],
  ["10,000 footnotes in each other", "md", `${head}${"[^a]: ".repeat(10_000)}x`, "8:1 too-complex"],
  ["10,000 tags on one line", "mdx", head + "<details>".repeat(10_000), "8:361 too-deep"],
  ["10,000 tags on lines of their own", "mdx", head + '<Step id="a" title="A">\n\n'.repeat(10_000), "88:1 too-deep"],
  ["10,000 tags in a sentence", "mdx", `${head}x ${"<kbd>".repeat(10_000)}`, "8:203 too-deep"],
  [
    "10,000 raw tags in Markdown",
    "md",
    `${head}x ${"<kbd>".repeat(10_000)}y${"</kbd>".repeat(10_000)}`,
    "8:798 too-deep",
  ],
  ["10,000 crowded list lines", "md", head + "- - x\n".repeat(10_000), "3170:4 too-complex"],
  ["120,000 marks of emphasis", "mdx", head + "_a*".repeat(60_000), "8:1 too-complex"],
  ["200,000 brackets", "md", `${head}${"[".repeat(100_000)}x${"]".repeat(100_000)}`, "8:1 too-complex"],
  [
    "900 unmatched runs of back-ticks",
    "md",
    head + Array.from({ length: 900 }, (_, i) => "`".repeat(i + 1)).join(" "),
    "8:1 too-complex",
  ],
  ["5,000 brackets in YAML", "mdx", `---\ntitle: ${"[".repeat(5_000)}\n---\n`, "2:1 too-deep"],
  [
    "a table of 400,000 characters",
    "md",
    `${head}|a|b|\n|-|-|\n${"| `x` *y* | [z](http://a) |\n".repeat(15_000)}`,
    "6675:14 too-many-nodes",
  ],
];

test.each(exhausting)("%s is refused in time", { timeout: 20_000 }, (_, format, source, error) => {
  const startedAt = performance.now();
  const { problems, runbook } = gate({ file: "x", path: "svc/x", format, source });
  const took = performance.now() - startedAt;
  expect(runbook).toBeNull();
  expect(problems.map((entry) => `${entry.line}:${entry.column} ${entry.rule}`)).toContain(error);
  // About a second on a quiet machine; a parser that exhausts itself takes minutes.
  expect(took).toBeLessThan(8_000);
});

const log = Array.from(
  { length: 4_000 },
  (_, i) => `[ERROR] [worker_${i}] item_${i} *failed* \`x\` > > - - {a: [1, 2]} <token> $X`,
).join("\n");
const legitimate: [what: string, format: "mdx" | "md", body: string][] = [
  ["a long log in a fence", "mdx", `\`\`\`text\n${log}\n\`\`\`\n`],
  [
    "deeply indented YAML in a fence",
    "md",
    `\`\`\`yaml\n${Array.from({ length: 30 }, (_, i) => `${"  ".repeat(i)}- a:`).join("\n")}\n\`\`\`\n`,
  ],
  [
    "a cron line, a banner and a rule",
    "md",
    `${"* ".repeat(60)}\n\n* * * * * date\n\n- - - - - - - - - -\n\n${"_".repeat(120)}\n`,
  ],
  ["a table of 300 rows with code in it", "md", `|a|b|\n|-|-|\n${"| `x` *y* | [z](http://a) |\n".repeat(300)}`],
  ["a list of ten levels", "mdx", Array.from({ length: 10 }, (_, i) => `${"  ".repeat(i)}- x`).join("\n")],
  [
    "comments, escapes and code that look like tags",
    "mdx",
    "{/* nota <script> */}\n\n\\{a\\} \\<b> `{c}` `<d>` $x 1 < 2\n",
  ],
];

test.each(legitimate)("%s is nothing hostile", (_, format, body) => {
  expect(gate({ file: "x", path: "svc/x", format, source: head + body }).problems).toEqual([]);
});
