import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../pipeline/parse-markdown";
import { walk } from "../pipeline/tree";
import { isAllowedUrl } from "../url";
import { isPlainText, readSafeMarkdown } from "./safe-markdown";

function nodesOf(text: string): Nodes[] {
  const nodes: Nodes[] = [];
  const tree = readSafeMarkdown(text);
  if (tree)
    walk(tree, (node) => {
      nodes.push(node);
      return undefined;
    });
  return nodes;
}
const shown = (text: string) =>
  nodesOf(text)
    .flatMap((node) => ("value" in node ? [node.value] : []))
    .join("");
const links = (text: string) => nodesOf(text).flatMap((node) => (node.type === "link" ? [node.url] : []));

describe("what may not be there stays as it was written", () => {
  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#x09;script:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "texto <b onclick=x>fuerte</b>",
    "<iframe srcdoc='<script>1</script>'>",
    "<!-- comentario -->",
    "import x from '/etc/passwd'",
    "export const x = 1",
    "{process.env.SECRET}",
    "<Step id='x' />",
  ])("%s", (text) => {
    expect(links(text)).toEqual([]);
    expect(shown(text)).toBe(text);
  });

  test("a reference to such an address, too", () => {
    expect(links("[a][b]\n\n[b]: javascript:alert(1)")).toEqual([]);
    expect(shown("[a][b]\n\n[b]: javascript:alert(1)")).toBe("[a][b]");
  });
});

describe("what is there", () => {
  test("addresses of the three schemes and of the portal lead where they say", () => {
    const text = "https://a.example <mailto:a@b.c> [r](/runbooks/a/b#c) [d][e]\n\n[e]: http://e.example";
    expect(links(text)).toEqual(["https://a.example", "mailto:a@b.c", "/runbooks/a/b#c", "http://e.example"]);
  });

  test("a picture is a link: nothing is loaded", () => {
    expect(links("![gráfica](https://x.example/y.png)")).toEqual(["https://x.example/y.png"]);
    expect(nodesOf("![a](https://x.example/y.png) ![b][c]\n\n[c]: /z.png").some(({ type }) => type === "image")).toBe(
      false,
    );
  });
});

describe("whatever is sent", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "<",
      ">",
      "[x](",
      "javascript:",
      ")",
      "![",
      "]",
      "`",
      "*",
      "\n",
      "> ",
      "- ",
      "<b>",
      "{",
      "}",
      "&#x3a;",
    ),
  );

  test("no HTML, no image and no other scheme comes out", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const node of nodesOf(pieces.join(""))) {
          expect(["html", "image", "imageReference", "linkReference", "definition"]).not.toContain(node.type);
          if (node.type === "link") expect(isAllowedUrl(node.url)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["a line of 100 kB", "a".repeat(100_000)],
    ["100 kB of stars", "*".repeat(100_000)],
    ["100 kB of brackets", "[".repeat(100_000)],
    ["lists in lists", Array.from({ length: 400 }, (_, at) => `${"  ".repeat(at)}- x`).join("\n")],
    ["quotes in quotes", ">".repeat(5_000)],
    ["back-ticks without a partner", Array.from({ length: 300 }, (_, at) => "`".repeat(at + 1)).join(" ")],
    ["bold in bold", "**a ".repeat(20_000)],
    ["links in links", "[".repeat(20_000) + "](".repeat(20_000)],
    ["table cells", `|${"a|".repeat(8_000)}\n|${"-|".repeat(8_000)}\n`],
  ])("%s is read, or left to be shown as written, in bounded time", { timeout: 60_000 }, (_, text) => {
    const before = performance.now();
    readSafeMarkdown(text);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});

describe("plain text", () => {
  test.each(["reinicié db-2", "p99 4 s, error 12 %", "línea 1\nlínea 2", "¿Sigue? Sí: va bien.", "02:30 CEST (UTC+2)"])(
    "%s needs no parser",
    (text) => {
      expect(isPlainText(text)).toBe(true);
    },
  );

  test("says so only of what a parser would leave as it is", { timeout: 60_000 }, () => {
    const text = fc.array(
      fc.oneof(piece(), fc.constantFrom("- ", "1. ", "www.a.b ", "http://a ", "a@b.c ", "# ", "===\n")),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join("").trim().replace(/\n\s*/g, "\n");
        if (whole === "" || !isPlainText(whole)) return;
        const tree = parseMarkdown(whole);
        expect(tree.children.map((node) => ("children" in node ? node.children.map(({ type }) => type) : []))).toEqual([
          ["text"],
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

const piece = () => fc.string({ unit: "grapheme" });
