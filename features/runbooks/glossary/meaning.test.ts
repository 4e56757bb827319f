import { describe, expect, test } from "vitest";
import { limits, parseGlossary, searchLines } from "./meaning";

const said = (text: string) =>
  parseGlossary(text).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe("a glossary", () => {
  test("has a meaning a line, in lists of words by language", () => {
    const { meanings, problems } = parseGlossary(
      "# de guardia\n\nes: cola,  cola atascada; en: queue, backlog\nPMS, gestor de reservas\n",
    );
    expect(problems).toEqual([]);
    expect(meanings).toEqual([
      {
        line: 3,
        sections: [
          { lang: "es", words: ["cola", "cola atascada"] },
          { lang: "en", words: ["queue", "backlog"] },
        ],
      },
      { line: 4, sections: [{ lang: null, words: ["PMS", "gestor de reservas"] }] },
    ]);
    expect(searchLines({ meanings })).toEqual(["cola, cola atascada, queue, backlog", "PMS, gestor de reservas"]);
  });

  test.each([
    ["cola", "1:1 glossary-alone"],
    ["cola, colas", "1:1 glossary-alone"],
    ["es: cola,, queue", "1:10 glossary-empty"],
    ["es: cola; en:", "1:14 glossary-empty"],
    ["cola, de la, queue", "1:7 glossary-nothing"],
    ["cola, ***", "1:7 glossary-nothing"],
    [`cola, ${"x".repeat(limits.line)}`, `1:${limits.line + 1} glossary-long`],
  ])("%s is told at its place", (line, problem) => {
    expect(said(line)).toEqual([problem]);
  });

  test("counts without the lines that cannot be read", () => {
    const { meanings, problems } = parseGlossary("cola\r\ncola, queue\r\n\uFEFF, x\r\nlento, slow");
    expect(meanings.map(({ line }) => line)).toEqual([2, 4]);
    expect(problems.map(({ line }) => line)).toEqual([1, 3]);
  });

  test("ends where it is too long, and says so once", () => {
    const { meanings, problems } = parseGlossary("cola, queue\n".repeat(limits.meanings + 5));
    expect(meanings).toHaveLength(limits.meanings);
    expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual([`${limits.meanings + 1} glossary-many`]);
  });
});
