import { describe, expect, test } from "vitest";
import { afterMove, ownAfterMove } from "./moved-links";
import { linksIn, retarget } from "./retarget";

const head = "---\ntitle: Guía\nservice: api\nlang: es\nowner: Equipo\n---\n\n";
const input = (body: string, format: "mdx" | "md" = "md") => ({
  file: `api/guia.${format}`,
  path: "api/guia",
  format,
  source: head + body,
});
const move = (body: string, format: "mdx" | "md" = "md") =>
  retarget(input(body, format), (link) => afterMove(link, "api/guia", "api/cola", "pagos/cola-llena"));

describe("links to a moved runbook", () => {
  test.each([
    ["by its address", "[cola](/runbooks/api/cola#paso)", "[cola](/runbooks/pagos/cola-llena#paso)"],
    ["as a file beside it", "[cola](./cola.mdx#paso) y más", "[cola](/runbooks/pagos/cola-llena#paso) y más"],
    ["from another folder", "[cola](../api/cola.md)", "[cola](/runbooks/pagos/cola-llena)"],
    [
      "by a definition",
      "[cola]\n\n[cola]: ../api/cola.md 'Cola'",
      "[cola]\n\n[cola]: /runbooks/pagos/cola-llena 'Cola'",
    ],
    [
      "with its address as text",
      "[/runbooks/api/cola](/runbooks/api/cola)",
      "[/runbooks/api/cola](/runbooks/pagos/cola-llena)",
    ],
    ["beside links that stay", "[a](/runbooks/api/cola-2) [b](https://x.example/api/cola)", null],
    ["to a step of its own", "[a](#cola)", null],
  ])("%s", (_, body, expected) => {
    expect(move(`${body}\n`)).toEqual({ text: `${head}${expected ?? body}\n`, left: [] });
  });

  test("an answer that leads there", () => {
    const body = `<Procedure id="p" title="P">\n<Diagnosis>\n<Decision id="d" question="¿Y?">\n<Option label="Sí" goto='api/cola#caida' />\n<Option label="No" goto="p" />\n</Decision>\n</Diagnosis>\n</Procedure>\n`;
    expect(move(body, "mdx").text).toBe(head + body.replace("api/cola#caida", "pagos/cola-llena#caida"));
  });

  test("CRLF, a byte order mark and letters of several bytes do not shift them", () => {
    const body = "Ñandú 😀 [cola](/runbooks/api/cola)\r\n\r\n- é [cola](/runbooks/api/cola#x)\r\n";
    const source = `\uFEFF${head.replaceAll("\n", "\r\n")}${body}`;
    const { text } = retarget({ ...input(""), source }, (link) => afterMove(link, "api/guia", "api/cola", "api/b"));
    expect(text).toBe(source.replaceAll("/runbooks/api/cola", "/runbooks/api/b"));
  });

  test("one that is written in other characters is left and told", () => {
    const { text, left } = move("[cola](/runbooks/api&#47;cola)\n");
    expect([text, left]).toEqual([`${head}[cola](/runbooks/api&#47;cola)\n`, ["/runbooks/api/cola"]]);
  });
});

test.each([
  ["a neighbour of the old folder is named in full", "./otra.mdx#x", "/runbooks/api/otra#x"],
  ["its own full name becomes the new one", "/runbooks/api/guia#x", "/runbooks/pagos/b#x"],
  ["a full name stays", "/runbooks/api/otra", null],
  ["a file beside it moves along", "./captura.png", null],
  ["a step of its own stays", "#paso", null],
])("links of the moved runbook: %s", (_, href, expected) => {
  expect(ownAfterMove({ href, kind: "link" }, "api/guia", "pagos/b")).toBe(expected);
});

test("images and HTML addresses are links too", () => {
  const found = linksIn(input('![a](./a.png)\n\n<img src="b.png" alt="" />\n'));
  expect(found.map(({ href }) => href)).toEqual(["./a.png", "b.png"]);
});
