import { expect, test } from "vitest";
import { importMarkdown } from "../import-markdown";
import { withAddresses } from "./addresses";
import { movedAddresses } from "./moves";

const moves = {
  texts: new Map([
    ["wiki/correo/cola.md", "correo/cola"],
    ["wiki/pagos/index.md", "pagos/index"],
  ]),
  files: new Set(["wiki/correo/img/mi panel.png", "wiki/panel.png"]),
};
const moved = (...addresses: string[]) => movedAddresses(addresses, "wiki/correo/guia.md", "correo", moves);

test("links between imported texts lead to their runbooks, whatever way they were written", () => {
  expect(moved("cola.md#vaciar", "./cola", "../pagos/", "../pagos/index.md?x=1").addresses).toEqual({
    "cola.md#vaciar": "/runbooks/correo/cola#vaciar",
    "./cola": "/runbooks/correo/cola",
    "../pagos/": "/runbooks/pagos/index",
    "../pagos/index.md?x=1": "/runbooks/pagos/index",
  });
});

test("images go beside the runbook, also those from outside its folder, under a name that git takes", () => {
  expect(moved("img/mi%20panel.png", "../panel.png", "no-esta.png", "../../../fuera.png")).toEqual({
    addresses: { "img/mi%20panel.png": "img/mi-panel.png", "../panel.png": "panel.png" },
    companions: [
      { from: "wiki/correo/img/mi panel.png", to: "correo/img/mi-panel.png" },
      { from: "wiki/panel.png", to: "correo/panel.png" },
    ],
    absent: ["no-esta.png", "../../../fuera.png"],
  });
});

test("only addresses change, on their own lines, and code stays as it is", () => {
  const text =
    '# A\n\n[x](cola.md "cola.md") ![y](<a b.png>) `[x](cola.md)`\n\n[ref]:\n  cola.md\n\nVer [ref] y [x](https://a.b/cola.md).\n';
  const { text: after, notices } = withAddresses(text, { "cola.md": "/runbooks/correo/cola", "a%20b.png": "ab.png" });
  expect(after).toBe(
    '# A\n\n[x](/runbooks/correo/cola "cola.md") ![y](<a b.png>) `[x](cola.md)`\n\n[ref]:\n  /runbooks/correo/cola\n\nVer [ref] y [x](https://a.b/cola.md).\n',
  );
  expect(notices.map(({ line }) => line)).toEqual([3, 5]);
});

test("an import with moved addresses is complete, and says what it moved", () => {
  const text = "# A\n\n- [x](<a b.md>)\n- ![y](p_(1).png)\n";
  const { equivalence, notices, mdx, addresses } = importMarkdown(text, {
    path: "correo/a",
    addresses: { "a b.md": "/runbooks/correo/a-b", "p_(1).png": "p-1.png" },
  });
  expect(equivalence.missing).toEqual([]);
  expect(mdx).toContain("[x](</runbooks/correo/a-b>)");
  expect(mdx).toContain("![y](p-1.png)");
  expect(notices.filter(({ rule }) => rule === "address-moved")).toHaveLength(2);
  // As the text has them: asking again with the same answers changes nothing.
  expect(addresses).toEqual(["a b.md", "p_(1).png"]);
});
