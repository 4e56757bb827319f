import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { gate } from "../../pipeline/gate";
import { errorRules } from "../../pipeline/rules";
import { scan } from "../structure/scan";
import { fixAll, fixesFor, offsetOf } from "./fixes";

const head = "---\ntitle: Colas\nservice: colas\nlang: es\nowner: Equipo\n---\n\n";
const check = (source: string, format: "md" | "mdx" = "mdx") =>
  gate({ file: `colas/colas.${format}`, path: "colas/colas", format, source }).problems;

const doc = (text: string) => Text.of(text.split("\n"));

/** The texts that the fixes of the first problem of a rule make, by what each fix does. */
function mended(text: string, rule: string, format: "md" | "mdx" = "mdx") {
  const problem = check(text, format).find((one) => one.rule === rule);
  if (!problem) throw new Error(`no ${rule} in ${JSON.stringify(check(text, format))}`);
  const source = { doc: doc(text), marks: scan(doc(text)), lang: "es" as const };
  return fixesFor(problem, offsetOf(source.doc, problem), source).map(({ kind, edits }) => ({
    kind,
    text: ChangeSet.of(edits, text.length).apply(source.doc).toString(),
  }));
}

const step = (attributes: string, inside = "hola") =>
  `<Procedure id="p" title="P">\n\n<Diagnosis>\n\n<Step ${attributes}>\n\n${inside}\n\n</Step>\n\n</Diagnosis>\n\n</Procedure>\n`;

/** Rule, the text below the front matter, and what of the mended text tells that it was mended as meant. */
const cases: [rule: string, before: string, after: string][] = [
  ["unknown-tag", "<Callot type='note'>\n\nhola\n\n</Callot>", "<Callout type='note'>\n\nhola\n\n</Callout>"],
  ["unknown-tag", "<callout type='note'>\n\nhola\n\n</callout>", "<Callout type='note'>"],
  ["unknown-tag", "usa <token> ahí", "usa \\<token> ahí"],
  ["dotted-tag", "<Ui.Callout type='note'>\n\nhola\n\n</Ui.Callout>", "<Callout type='note'>\n\nhola\n\n</Callout>"],
  ["forbidden-tag", "<script>\n\nx\n\n</script>", "\\<script>\n\nx\n\n\\</script>"],
  ["html-tag", "es <b>muy</b> lento", "es **muy** lento"],
  ["html-tag", '<a href="/x">ahí</a>', "[ahí](/x)"],
  ["html-tag", "<div>\n\nhola\n\n</div>", "\nhola\n\n"],
  ["fragment", "<>\n\nhola\n\n</>", "\n\nhola\n\n"],
  ["void-tag", "una<br>dos", "una<br />dos"],
  ["unclosed-tag", step('id="a" title="A"').replace("</Step>\n\n", ""), "hola\n\n</Step>\n\n</Diagnosis>"],
  [
    "unclosed-tag",
    step('id="a" title="A"').replace("</Step>\n\n", '<Step id="b" title="B">\n\nadiós\n\n</Step>\n\n'),
    'hola\n\n</Step>\n\n<Step id="b"',
  ],
  ["unclosed-tag", "pulsa <kbd>Ctrl y sigue", "pulsa <kbd>Ctrl y sigue</kbd>"],
  ["unclosed-tag", step('id="a" title="A"', "<Undo>uno\n\ndos</Undo>"), "<Undo>\n\nuno\n\ndos\n\n</Undo>"],
  ["unexpected-closing-tag", "hola\n\n</Step>\n\nadiós", "hola\n\n\nadiós"],
  ["unknown-attribute", step('id="a" titel="A" title="B"'), 'id="a" title="B"'],
  ["unknown-attribute", step('id="a" title="B" knd="read"'), 'kind="read"'],
  ["html-attribute", 'x<br class="y" />y', "x<br />y"],
  ["event-attribute", 'x<img onload="y" src="/a.png" />', 'x<img src="/a.png" />'],
  ["forbidden-attribute", 'x<kbd style="y">z</kbd>', "x<kbd>z</kbd>"],
  ["duplicate-attribute", step('id="a" id="b" title="B"'), '<Step id="a" title="B">'],
  ["attribute-expression", step(`id={"a"} title={'B'}`).replace("{'B'}", '"B"'), '<Step id="a"'],
  ["attribute-expression", step('id="a" title="B" irreversible={true}'), 'title="B" irreversible>'],
  ["spread", step('id="a" title="B" {...props}'), 'title="B">'],
  ["required-attribute", step('title="Mirar los registros"'), 'id="mirar-los-registros" title="Mirar'],
  ["required-attribute", step('id="mirar-colas"'), 'title="Mirar colas"'],
  ["required-attribute", "<Callout>\n\nhola\n\n</Callout>", '<Callout type="note">'],
  ["attribute-value", step('id="a" title="B" kind="chnge"', "<Undo>\n\nx\n\n</Undo>"), 'kind="change"'],
  ["attribute-value", step('id="a" title="B" within="5 minutos"'), 'within="5m"'],
  ["attribute-value", step('id="Mirar Colas" title="B"'), 'id="mirar-colas"'],
  ["attribute-value", step('id="a" title="B" irreversible="sí"'), "irreversible>"],
  ["duplicate-id", `${step('id="p" title="B"')}`, 'id="p-1"'],
  [
    "unknown-target",
    step(
      'id="mirar" title="B"',
      '<Decision id="d" question="¿Q?">\n\n<Option label="x" goto="mirra">\n\ny\n\n</Option>\n\n<Option label="z">\n\nz\n\n</Option>\n\n</Decision>',
    ),
    'goto="mirar"',
  ],
  ["mdx-brace", "el objeto { sin cerrar", "el objeto \\{ sin cerrar"],
  ["expression", "usa {namespace} ahí", "usa \\{namespace\\} ahí"],
  ["mdx-angle", "cuando x <5 s", "cuando x \\<5 s"],
  ["mdx-autolink", "ver <https://example.com/a>", "[https://example.com/a](https://example.com/a)"],
  ["mdx-autolink", "a <ana@example.com>", "[ana@example.com](mailto:ana@example.com)"],
  ["mdx-comment", "hola <!-- luego */ más --> adiós", "hola {/* luego * / más */} adiós"],
  ["import", 'import x from "y"\n\nhola', "\nhola"],
  [
    "change-without-undo",
    step('id="a" title="B" kind="change"'),
    "<Undo>\n\nCómo se vuelve atrás.\n\n</Undo>\n\n</Step>",
  ],
  [
    "decision-without-options",
    step('id="a" title="B"', '<Decision id="d" question="¿Q?">\n\nx\n\n</Decision>'),
    "<Option label=",
  ],
  ["triage-without-table", '<Triage id="t" title="T">\n\n</Triage>', "| --- | --- | --- |"],
  ["checklist-empty", '<Checklist id="t" title="T">\n\n</Checklist>', "- Primera"],
  ["broken-anchor", `[ver](#mirrar)\n\n${step('id="mirar" title="B"')}`, "[ver](#mirar)"],
];

describe("the likeliest fix is accepted by the gate", () => {
  test.each(cases)("%s: %s", (rule, before, after) => {
    const [first] = mended(head + before, rule);
    expect(first?.text.slice(head.length)).toContain(after);
    expect(check(first?.text ?? "")).toEqual([]);
  });

  test.each([
    ["front-matter-unknown-key", head.replace("owner", "ownr"), "owner: Equipo"],
    ["front-matter-unknown-key", head.replace("owner: Equipo", "owner: Equipo\ncriticaliti: low"), "criticality: low"],
    ["front-matter-required", head.replace("owner: Equipo\n", ""), "owner: Sin asignar"],
    ["front-matter-required", head.replace("service: colas\n", ""), "service: colas"],
    ["front-matter-value", head.replace("lang: es", "lang: español"), "lang: es\n"],
    ["front-matter-value", head.replace("lang: es", "lang: es\ncriticality: critico"), "criticality: critical"],
    ["front-matter-value", head.replace("lang: es", "lang: es\nreviewEvery: 31 días"), "reviewEvery: 31d"],
    ["front-matter-value", head.replace("lang: es", "lang: es\nreviewed: 24/10/2025"), "reviewed: 2025-10-24"],
    ["front-matter-value", head.replace("lang: es", "lang: es\ntags: docker, redis"), "tags: [docker, redis]"],
    ["front-matter-value", head.replace("lang: es", "lang: es\nalerts: ColaLlena"), 'alertname="ColaLlena"'],
    [
      "front-matter-matcher",
      head.replace("lang: es", "lang: es\nalerts:\n  - ColaLlena"),
      "- 'alertname=\"ColaLlena\"'",
    ],
    ["service-mismatch", head.replace("service: colas", "service: otra"), "service: colas"],
    ["front-matter-unclosed", head.replace("\n---\n\n", "\n\n# Hola\n"), "owner: Equipo\n---\n\n# Hola"],
    ["front-matter-engine", head.replace("---\n", "---yaml\n"), "---\ntitle"],
    [
      "front-matter-missing",
      "# Colas\n\nhola\n",
      "---\ntitle: Colas\nservice: colas\nlang: es\nowner: Sin asignar\n---",
    ],
  ])("%s: %s", (rule, before, after) => {
    const [first] = mended(before, rule);
    expect(first?.text).toContain(after);
    expect(check(first?.text ?? "")).toEqual([]);
  });

  test.each([
    ["front-matter-absent", "# Colas\n\nhola\n"],
    ["front-matter-partial", "---\ntitle: Colas\n---\n\nhola\n"],
  ])("%s in plain Markdown", (rule, before) => {
    const [first] = mended(before, rule, "md");
    expect(check(first?.text ?? "", "md")).toEqual([]);
  });
});

test("every fix that is offered besides leaves the problem behind, too", () => {
  for (const [rule, before] of cases) {
    for (const { kind, text } of mended(head + before, rule)) {
      const earlier = check(head + before).filter((one) => one.rule === rule).length;
      const left = check(text).filter((one) => one.rule === rule).length;
      expect(left, `${rule}: ${kind} made ${text}`).toBeLessThan(earlier);
    }
  }
});

test("a placeholder in a sentence can be put in back-ticks", () => {
  const found = mended(`${head}usa <token> y {clave} ahí`, "unknown-tag");
  expect(found.find(({ kind }) => kind === "asCode")?.text).toContain("`<token>`");
});

test("all of a kind are mended as one change, and no two get the same id", () => {
  const text = head + step('title="Mirar"') + step('title="Mirar"').replace('id="p"', 'id="q"').replace('"P"', '"Q"');
  const places = check(text).map((problem) => ({ problem, at: offsetOf(doc(text), problem) }));
  expect(places).toHaveLength(2);
  const { changes, mended: count } = fixAll(doc(text), "es", places);
  const after = changes.apply(doc(text)).toString();
  expect(count).toBe(2);
  expect(check(after)).toEqual([]);
  expect(after).toContain('id="mirar-1"');
});

test("most of what the gate refuses has a fix", () => {
  const source = { doc: doc(head), marks: scan(doc(head)), lang: "es" as const };
  expect(
    fixesFor({ file: "", line: 1, column: 1, severity: "error", rule: "nesting", message: "", values: {} }, 0, source),
  ).toEqual([]);
  expect(new Set(cases.map(([rule]) => rule)).size / Object.keys(errorRules).length).toBeGreaterThan(0.4);
});
