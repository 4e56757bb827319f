import fc from "fast-check";
import { expect, test } from "vitest";
import { gate } from "../pipeline/gate";
import { importMarkdown } from "./import-markdown";

const path = "svc/texto";
const word = fc.constantFrom(
  "reiniciar",
  "la",
  "cola",
  "restart",
  "café",
  "日本",
  "🔥",
  "snake_case_name",
  "x<y",
  "a < b",
  "{namespace}",
  "{{ .Values.x }}",
  "{{< note >}}",
  "{% raw %}",
  "<%= host %>",
  "<service-name>",
  "</div>",
  "<br>",
  "<kbd>F5</kbd>",
  "<u>",
  "<!-- oculto -->",
  "<https://example.com/a_b?c=1&d={e}>",
  "<ops@example.com>",
  "https://example.com/{id}",
  "`código {x} <y>`",
  "``a ` b``",
  "`sin cerrar",
  "**negrita**",
  "*énfasis*",
  "~~no~~",
  "[texto](http://a.b/c)",
  "[malo](javascript:alert)",
  "[ftp](ftp://host/{f})",
  "![foto {1}](foto.png)",
  "[ref]",
  "[^1]",
  "&lt;tag&gt;",
  "&nbsp;",
  "\\<escaped>",
  "\\",
  "C:\\dir",
  "}",
  "{",
  "<",
  ">",
  "|",
  "import",
  "export default x",
  "{: .clase}",
  "(30 segundos)",
  "¿Falla?",
  "cero\u200bancho",
  "duro\u00a0espacio",
  "\u2028",
  "עברית",
  ":fire:",
  "👩‍💻",
  "**negrita*mixta***",
  "a*b*c_d_",
  "`a\\|b`",
  "x || y",
  "[Ünï Çode][Rara Etiqueta]",
  "[colapsada][]",
  "![img][ref]",
  "<kbd>`x`</kbd>",
  '<abbr title="T">A</abbr>',
  '<img src="a.png" alt="{x}">',
  "{{#tabs}}",
  "[[wiki|alias]]",
  "$`a^2`$",
  "++ctrl+alt++",
  "{+ más +}",
  "~label %hito @grupo",
  "Si no:",
  "If it works:",
  "${TOKEN}",
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const label = fc.constantFrom(
  "**Síntomas**:",
  "**Diagnosis:**",
  "### Esperado",
  "**Solución** (tras 5 min):",
  "## Verification",
  "## Escalado",
);

const block: fc.Arbitrary<string> = fc.letrec<{ block: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    line,
    fc.tuple(line, line).map(([a, b]) => `${a}\n${b}`),
    fc.tuple(line, line).map(([a, b]) => `${a}\n      ${b}`),
    fc.tuple(fc.integer({ min: 1, max: 4 }), line).map(([depth, text]) => `${"#".repeat(depth)} ${text}`),
    label,
    fc
      .tuple(fc.constantFrom("bash", "", "yaml title=x", "python {linenos}", "md"), fc.array(line, { maxLength: 4 }))
      .map(([lang, lines]) => `\`\`\`${lang}\n${lines.join("\n")}\n\`\`\``),
    fc.tuple(line).map(([text]) => `~~~~sh\n\`\`\`\n# 1. ${text}\nls\n\`\`\`\n~~~~`),
    line.map((text) => `    ${text}\n\n    más`),
    line.map((text) => `<!--\n${text}\n\n${text}\n-->`),
    line.map((text) => `<div class="x">\n${text}\n</div>`),
    line.map((text) => `<details>\n<summary>${text}</summary>\n\n${text}\n\n</details>`),
    fc.tuple(line, line).map(([a, b]) => `| a | b |\n|---|---|\n| ${a} | ${b} |`),
    line.map((text) => `> [!WARNING]\n> ${text}`),
    line.map((text) => `!!! note "Aviso"\n    ${text}\n    - punto`),
    line.map((text) => `:::warning\n\n${text}\n\n:::`),
    line.map((text) => `[^1]: ${text}`),
    line.map((text) => `[ref]: http://example.com "${text.replaceAll('"', "")}"`),
    fc.tuple(line, line).map(([a, b]) => `${a}  \n${b}\\\n${a}`),
    fc.tuple(line, line).map(([a, b]) => `${a}\n: ${b}\n:   ${a}`),
    fc.tuple(line, line).map(([a, b]) => `=== "${a}"\n\n    ${b}\n\n    \`\`\`sh\n    ls\n    \`\`\``),
    fc.tuple(line, line).map(([a, b]) => `- Si ${a}: uno\n- Si no: ${b}`),
    fc.tuple(line, line).map(([a, b]) => `If ${a}: one\n\n\`\`\`bash\nls\n\`\`\`\n\nOtherwise, ${b}`),
    fc.tuple(line, line).map(([a, b]) => `<table><tr><td>\n\n${a}\n\n</td><td>${b}</td></tr></table>`),
    fc.tuple(line, line).map(([a, b]) => `<details><summary>${a}</summary>\n${b}\n</details>`),
    fc.tuple(line, line).map(([a, b]) => `[rara  ETIQUETA]:\n  <http://e.com/a b>\n  '${a.replaceAll("'", "")}'\n${b}`),
    fc.tuple(line, line).map(([a, b]) => `[^1]: ${a}\n\n    \`\`\`sh\n    ls\n    \`\`\`\n\n    - ${b}`),
    fc.tuple(line, line).map(([a, b]) => `<Tabs>\n<TabItem value="x">\n\n${a}\n\n</TabItem>\n</Tabs>\n${b}`),
    fc.tuple(line, line).map(([a, b]) => `{code:bash|title=${a}}\n${b}\n{code}`),
    fc.tuple(line, line).map(([a, b]) => `${a}\n${b}\n---`),
    line.map((text) => `>>>\n${text}\n\n${text}\n>>>`),
    line.map((text) => `|||\n|--|\n${text} | ${text} | ${text}`),
    line.map((text) => `> \`\`\`\n> ${text}\n\n${text}`),
    line.map((text) => `{% raw %}\n${text}\n{% endraw %}\n{:.clase}`),
    fc.constant("---"),
    fc.constant("Título\n====="),
    fc.constant("[//]: # (comentario)"),
    fc.constant("``` \nsin cerrar {x}"),
  ),
  block: fc.oneof(
    { withCrossShrink: true, maxDepth: 3 },
    tie("leaf"),
    fc
      .array(tie("block"), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => indent("- ", item)).join("\n")),
    fc
      .array(tie("block"), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item, at) => indent(`${at + 1}. `, item)).join("\n")),
    fc.array(tie("block"), { minLength: 1, maxLength: 2 }).map((items) => items.join("\n\n").replace(/^/gm, "> ")),
  ),
})).block;

const indent = (mark: string, text: string) => mark + text.replaceAll("\n", `\n${" ".repeat(mark.length)}`);
const documents = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 7 }), fc.constantFrom("\n\n", "\n\n", "\n"))
  .map(([blocks, between]) => blocks.join(between));

const errorsOf = (source: string) =>
  gate({ file: "x.mdx", path, format: "mdx", source }).problems.filter((one) => one.severity === "error");
const inTime = 60_000;

test(
  "whatever Markdown says stands on the page, with any choice of proposals, and a second import changes nothing",
  () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.boolean()), (text, choices) => {
        const { mdx, equivalence, proposals, take } = importMarkdown(text, { path });
        expect({ missing: equivalence.missing, errors: errorsOf(mdx ?? "") }).toEqual({ missing: [], errors: [] });
        const again = importMarkdown(mdx ?? "", { path, file: "texto.mdx" });
        expect([again.mdx, again.proposals]).toEqual([mdx, []]);
        const some = proposals.filter(() => choices.next().value);
        for (const chosen of [some, proposals]) {
          const taken = take(chosen.map((one) => one.id));
          expect({ missing: taken.equivalence.missing, errors: errorsOf(taken.mdx) }).toEqual({
            missing: [],
            errors: [],
          });
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 60), seed: Number(process.env.SEED ?? 20_261) },
    );
  },
  inTime,
);

test(
  "any text at all is imported or refused with a reason",
  () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."#-*_`~<>{}[]()!&\\|:=+1. \n\tañ<a</>$\"'"), maxLength: 120 }),
        (text) => {
          const { mdx, equivalence, problems } = importMarkdown(text, { path });
          if (mdx === null) expect(problems.length).toBeGreaterThan(0);
          else expect(equivalence).toMatchObject({ complete: true, missing: [] });
        },
      ),
      { numRuns: 300, seed: 20_261 },
    );
  },
  inTime,
);
