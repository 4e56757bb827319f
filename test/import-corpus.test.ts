import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { elementNames } from "@/features/runbooks/element-names";
import { blockNames } from "@/features/runbooks/element-schema";
import { type Imported, importMarkdown } from "@/features/runbooks/import/import-markdown";
import { formatNotice } from "@/features/runbooks/import/notice";
import { compileRunbook } from "@/features/runbooks/pipeline/adapter";
import { type RunbookComponents, renderRunbook } from "@/features/runbooks/render/adapter";
import { squeeze, textOf } from "./guides/units";

vi.setConfig({ testTimeout: 30_000 });

const folder = "test/import-corpus";
const names = readdirSync(`${folder}/texts`).map((name) => name.replace(/\.md$/, ""));
/** For each text, what somebody who reads the page has to find on it, word for word. */
const shown = JSON.parse(readFileSync(`${folder}/shown.json`, "utf8")) as Record<string, string[]>;
const dataDir = mkdtempSync(path.join(tmpdir(), "bitacora-import-"));

beforeAll(() => void vi.stubEnv("DATA_DIR", dataDir));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

type Props = {
  title?: string;
  question?: string;
  label?: string;
  text?: string;
  plain?: boolean;
  children?: React.ReactNode;
};
// Each component shows its words and nothing else, as the ones of the portal do.
const components = Object.fromEntries(
  [...elementNames, ...blockNames].map((name) => [
    name,
    ({ title, question, label, text, plain, children }: Props) =>
      createElement("div", null, plain ? null : [title, question, label], text, children),
  ]),
) as unknown as RunbookComponents;

const pathOf = (name: string) => `${name === "es-portada-completa" ? "sistemas" : "importados"}/${name}`;
const read = (name: string, options: { repair?: boolean } = {}) =>
  importMarkdown(readFileSync(`${folder}/texts/${name}.md`), { path: pathOf(name), ...options });

async function page(name: string, source: string): Promise<string> {
  const { artifact, problems } = await compileRunbook({ path: pathOf(name), format: "mdx", source });
  if (!artifact) throw new Error(problems.map((one) => one.message).join("\n"));
  const { title, summary } = artifact.frontMatter;
  const html = renderToStaticMarkup(renderRunbook(artifact, components));
  return squeeze(`${title}\n${summary ?? ""}\n${textOf(html)}`);
}

const all = (imported: Imported) => imported.take(imported.proposals.map((one) => one.id));

test("the corpus has a text for each construct, and a reader's expectation for each text", () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(Object.keys(shown).toSorted()).toEqual(names.toSorted());
});

test.each(names)("%s is imported as expected", async (name) => {
  const imported = read(name);
  const { mdx, equivalence } = all(imported);
  expect(imported.equivalence).toMatchObject({ complete: true, missing: [] });
  expect(equivalence).toMatchObject({ complete: true, missing: [] });
  const told = imported.notices.map((one) => `line ${one.line}: ${formatNotice(one)}`.split("\n")[0]);
  const proposed = imported.proposals.map(({ line, what, why }) => `line ${line}: ${what} (${why})`);
  const report = ["NOTICES", ...told, "", "PROPOSALS", ...proposed, "", "RUNBOOK WITH ALL OF THEM", mdx].join("\n");
  await expect(report).toMatchFileSnapshot(`import-corpus/expected/${name}.txt`);
});

test.each(names)("a reader of %s finds everything, with its structure and without", async (name) => {
  const imported = read(name);
  for (const mdx of [imported.mdx ?? "", all(imported).mdx]) {
    const text = await page(name, mdx);
    expect((shown[name] ?? []).filter((wanted) => !text.includes(squeeze(wanted)))).toEqual([]);
  }
});

test.each(names)("%s is left as it is by a second import", (name) => {
  const imported = read(name);
  for (const mdx of [imported.mdx ?? "", all(imported).mdx])
    expect(importMarkdown(mdx, { path: pathOf(name), file: `${name}.mdx` }).mdx).toBe(mdx);
});

test("damaged characters are named, and mended when somebody says so", () => {
  for (const name of ["es-mojibake-latin1", "es-mojibake-mac"]) {
    expect(read(name).damage.length).toBeGreaterThan(3);
    const mended = read(name, { repair: true });
    expect(mended.damage).toEqual([]);
    expect(mended.mdx).toMatch(/autenticación|Migración/);
    expect(mended.mdx).not.toMatch(/Ã|√/);
    expect(mended.equivalence.complete).toBe(true);
  }
  expect(read("es-mojibake-mac").damage[0]).toMatchObject({ line: 1, found: "Migraci√≥n", repaired: "Migración" });
});
