import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inlineStyles } from "./inline-styles";

async function buildWith(css: string): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), "bitacora-styles-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(path.join(root, ".next/static/chunks"), { recursive: true });
  await writeFile(path.join(root, ".next/static/chunks/a.css"), css);
  return root;
}

const page = (body: string) =>
  `<head><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/></head><body>${body}</body>`;

test("a page gets what its classes ask for and what its client may add, in place of the link", async () => {
  const root = await buildWith(".a{top:0}.\\[\\&\\>p\\]\\:b>p{top:1px}.c{top:2px}.d{top:3px}");
  const made = await inlineStyles(root, ["c"])(page('<p class="x [&amp;&gt;p]:b">d</p>'));
  expect(made).toBe(
    '<head><style>.\\[\\&\\>p\\]\\:b>p{top:1px}.c{top:2px}</style></head><body><p class="x [&amp;&gt;p]:b">d</p></body>',
  );
});

test("addresses of files are those that they had from the style sheet", async () => {
  const root = await buildWith("@font-face{src:url(../media/a.woff2)}p{mask:url(#m);background:url(data:x)}");
  expect(await inlineStyles(root, [])(page(""))).toContain(
    "@font-face{src:url(/_next/static/media/a.woff2)}p{mask:url(#m);background:url(data:x)}",
  );
});

test("what a runbook says about links to style sheets is no link", async () => {
  const root = await buildWith("p{top:0}");
  const text = '&lt;link rel="stylesheet" href="/_next/static/chunks/a.css"&gt;';
  expect(await inlineStyles(root, [])(`<body>${text}</body>`)).toBe(`<body>${text}</body>`);
});
