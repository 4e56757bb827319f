import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { elementNames } from "@/features/runbooks/element-names";
import { buildOutline } from "@/features/runbooks/pipeline/build-outline";
import { type GatedRunbook, gate } from "@/features/runbooks/pipeline/gate";
import { htmlElements } from "@/features/runbooks/pipeline/html";
import { exampleRunbook } from "./runbook-example";

const poison = [
  "{process.exit(1)}",
  "{",
  "}",
  "{...x}",
  "<script>",
  "</script>",
  "<Step {...x}>",
  '<img src="x" onError={alert(1)} />',
  "<a.b />",
  "<>",
  "</>",
  "import a from 'b'\n",
  "\nexport const x = 1\n",
  "[x](javascript:alert(1))",
  "<javascript:alert(1)>",
  "![x](data:text/html,x)",
  '<iframe srcdoc="x" />',
  "---\n",
  "```\n",
  "~~~\n",
  "`",
  "\\",
  "<!--",
  "-->",
  "<Procedure",
  "</Procedure>",
  "<Step",
  "</Step>",
  "\n\n",
  "\n> ",
  "\n- ",
  "\t",
  "\u0000",
  "\ud800",
  "&#x6a;",
  "$&",
  "<b",
  "/>",
  ">",
  "'",
  '"',
  '<Expect matches="(a+)+$">',
  "{/*",
  "*/}",
  "[x]: vbscript:x\n",
  "<details style='x'>",
  "|",
  "[^a]: ",
  "\u2028",
  "\ufeff",
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(fc.constantFrom(...poison), fc.string({ maxLength: 12 })),
});
const mutated = fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) =>
  edits.reduce((text, { at, remove, insert }) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + insert + text.slice(from + remove);
  }, exampleRunbook),
);

const allowed = new Set<string>([...elementNames, ...Object.keys(htmlElements)]);
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Looks for code with the parser alone, apart from the gate's own checks. */
function codeIn(tree: Nodes): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type === "mdxjsEsm") found.push(node.value);
    if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
      if (node.value.replace(/\/\*[\s\S]*?\*\//g, "").trim() !== "") found.push(node.value);
    }
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      if (!allowed.has(node.name ?? "")) found.push(String(node.name));
      for (const entry of node.attributes) {
        if (entry.type !== "mdxJsxAttribute" || (typeof entry.value === "object" && entry.value !== null))
          found.push("expression");
        else if (/^on|^style$|^srcdoc$/i.test(entry.name)) found.push(entry.name);
      }
    }
    if ("url" in node && /^[^/?#]*(script|data):/i.test(node.url.replace(/\s/g, ""))) found.push(node.url);
  });
  return found;
}

const passes = (source: string, format: "mdx" | "md"): GatedRunbook | null =>
  gate({ file: "x", path: "agente/emergencias", format, source }).runbook;

test("the example passes, so that its mutations start from something valid", () => {
  expect(gate({ file: "x", path: "agente/emergencias", format: "mdx", source: exampleRunbook }).problems).toEqual([]);
});

test("no mutation of a valid runbook throws or lets code through", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(mutated, (source) => {
      const runbook = passes(source, "mdx");
      if (!runbook) return;
      expect(codeIn(runbook.tree)).toEqual([]);
      expect(codeIn(parser.parse(runbook.body))).toEqual([]);
      expect(() => buildOutline(runbook, [])).not.toThrow();
    }),
    { numRuns: 400 },
  );
});

test("no mutation of a Markdown file throws or becomes more than text", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(mutated, (source) => {
      const runbook = passes(source.replace(/^---[\s\S]*?\n---\n/, ""), "md");
      if (!runbook) return;
      const code = codeIn(runbook.tree);
      expect(code).toEqual([]);
      expect(() => buildOutline(runbook, [])).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
