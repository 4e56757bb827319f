import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { renderedStream } from "../../import/equivalence/rendered-stream";
import { tokensOf } from "../../import/equivalence/tokens";
import { gate } from "../../pipeline/gate";
import { bodyHtml } from "./body-html";
import { sayIn } from "./words";

const around = { say: sayIn("es"), portal: null, has: () => false, picture: () => null, code: () => "" };
const gated = (source: string, name = "api/prueba") => {
  const { runbook, problems } = gate({ file: `${name}.mdx`, path: name, format: "mdx", source });
  if (!runbook) throw new Error(problems.map(({ message }) => message).join("\n"));
  return runbook;
};
const head = "---\ntitle: Prueba\nservice: api\nlang: es\nowner: Equipo\n---\n\n";
const shown = (body: string) => bodyHtml(gated(head + body), around).html;

const entities: Record<string, string> = { "&#38;": "&", "&#60;": "<", "&#62;": ">", "&#34;": '"', "&#39;": "'" };
const textOf = (html: string) =>
  html
    .replace(/<(?!\/?(strong|em|del|sub|sup|a|span)\b)[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#\d+;/g, (entity) => entities[entity] ?? entity);

const folder = "content/runbooks";
const guides = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mdx"));

test.each(guides)("nothing of %s is lost", (name) => {
  const runbook = gated(readFileSync(path.join(folder, name), "utf8"), name.replace(/\.mdx$/, ""));
  const facts = renderedStream({ ...runbook, tree: { type: "root", children: [] } }).visible.length;
  const there = new Map<string, number>();
  for (const { text } of tokensOf(textOf(bodyHtml(runbook, around).html), 0))
    there.set(text, (there.get(text) ?? 0) + 1);
  const missing: string[] = [];
  for (const { text } of renderedStream(runbook).visible.slice(facts)) {
    const left = (there.get(text) ?? 0) - 1;
    there.set(text, left);
    if (left < 0) missing.push(text);
  }
  // A callout says its type in the reader's language.
  expect(missing.filter((word) => !/^(note|tip|warning|danger)$/.test(word))).toEqual([]);
});

test("steps are numbered where their order counts, and marked by what they change", () => {
  const html = shown(
    '<Procedure id="p" title="P">\n\n<Remediation>\n\n<Step id="a" title="A" kind="change" target="db-1">\n\nx\n\n</Step>\n\n<Step id="b" title="B" irreversible>\n\ny\n\n</Step>\n\n</Remediation>\n\n</Procedure>',
  );
  expect(html).toContain('<div class="step change" id="api/prueba/a"><h5><span class="place">Intento 1</span>');
  expect(html).toContain('<div class="step final" id="api/prueba/b"><h5><span class="place">Intento 2</span>');
  expect(html).toContain("<b>Irreversible</b>");
});

test("symptoms come before everything else of a procedure", () => {
  const html = shown(
    '<Procedure id="p" title="P">\n\n<Causes>\n\nporque sí\n\n</Causes>\n\n<Symptoms>\n\nse ve mal\n\n</Symptoms>\n\n</Procedure>',
  );
  expect(html.indexOf("se ve mal")).toBeLessThan(html.indexOf("porque sí"));
});

test("an option leads to its step, and a diagram is its text", () => {
  const html = shown(
    '<Procedure id="p" title="P">\n\n<Diagnosis>\n\n<Step id="a" title="A">\n\n```mermaid\ngraph TD; A-->B\n```\n\n</Step>\n\n<Decision id="d" question="¿Qué?">\n\n<Option label="Nada" goto="a">\n\nvuelve\n\n</Option>\n\n<Option label="Ya está" outcome="recovered">\n\nfin\n\n</Option>\n\n</Decision>\n\n</Diagnosis>\n\n</Procedure>',
  );
  expect(html).toContain('<a href="#api/prueba/a">Ir al paso →</a>');
  expect(html).toContain("graph TD; A--&#62;B");
});

test("a long line wraps with a mark, and a placeholder is told from the rest", () => {
  const html = shown("```bash\ncurl -H <token>\n```");
  expect(html).toContain('<pre class="soft-wrap" data-lang="bash">');
  expect(html).toContain('<span class="fill">&#60;token&#62;</span>');
});
