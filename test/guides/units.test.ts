import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { squeeze, textOf, unitsOf } from "./units";

describe("the units of a guide", () => {
  test("are its sentences, cells, headings and command lines", () => {
    const guide = [
      "# Title",
      "## 1) Redis no responde",
      "**Síntomas**:",
      "- Logs muestran `PONG`",
      "| Síntoma | Acción |",
      "|---|---|",
      "| lento | 🔴 reiniciar |",
      "```bash",
      "# 1. Ver logs",
      "docker ps",
      "```",
      "## Índice",
      "- [a](#a)",
    ].join("\n");
    expect(unitsOf(guide).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "heading: Redis no responde",
      "prose: Logs muestran PONG",
      "cell: Síntoma",
      "cell: Acción",
      "cell: lento",
      "cell: reiniciar",
      "code: Ver logs",
      "code: docker ps",
    ]);
  });

  test("number more than 1,500 in the five guides", () => {
    const folder = "test/fixtures/guides";
    const count = readdirSync(folder).reduce(
      (sum, file) => sum + unitsOf(readFileSync(`${folder}/${file}`, "utf8")).length,
      0,
    );
    expect(count).toBeGreaterThan(1_500);
  });
});

describe("the text of a page", () => {
  test("is what a reader sees", () => {
    expect(squeeze(textOf("<p>a &lt;b&gt; <mark>c</mark></p><script>x</script>&#x41;&#66;"))).toBe("a<b>cAB");
  });
});
