import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { exampleRunbook } from "@/test/runbook-example";
import { elementNames } from "../element-names";
import { blockNames } from "../element-schema";
import { type RunbookComponents, renderBlock, renderRunbook } from "../render/adapter";
import { bundle, compileRunbook } from "./adapter";
import { gate } from "./gate";

const dataDir = mkdtempSync(path.join(tmpdir(), "bitacora-pipeline-"));
const cacheDir = path.join(dataDir, "cache", "runbooks");

beforeAll(() => void vi.stubEnv("DATA_DIR", dataDir));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

// Each component shows itself as an element of its own name, with its text.
const components = Object.fromEntries(
  [...elementNames, ...blockNames].map((name) => [
    name,
    (props: { id?: string; text?: string; children?: React.ReactNode }) =>
      createElement(`x-${name.toLowerCase()}`, { id: props.id }, props.text, props.children),
  ]),
) as unknown as RunbookComponents;

const input = { path: "agente/emergencias", format: "mdx" as const, source: exampleRunbook };
const head = "---\ntitle: T\nservice: svc\nlang: es\nowner: O\n---\n\n";

async function html(source: string, format: "mdx" | "md") {
  const { artifact, problems } = await compileRunbook({ path: "svc/x", format, source });
  if (!artifact) throw new Error(problems.map((entry) => entry.message).join("\n"));
  return renderToStaticMarkup(renderRunbook(artifact, components));
}

test("a runbook renders through its components, with nothing lost on the way", async () => {
  const { artifact } = await compileRunbook(input);
  if (!artifact) throw new Error("refused");
  const page = renderToStaticMarkup(renderRunbook(artifact, components));
  expect(page).toContain('<x-step id="restart-api"><x-commandblock>docker restart agente-api-prod</x-commandblock>');
  expect(page).toContain("<x-callout><p>Avisar en #backend antes de reiniciar.</p></x-callout>");
  expect(page).toContain("grep -i &quot;error\\|exception&quot; | tail -20");
  expect(page).toContain('<a href="/runbooks/agente/otra#paso">');
  expect(page).not.toContain("revisar en enero");
});

test("one step can be shown alone, as guided execution does", async () => {
  const { artifact } = await compileRunbook(input);
  if (!artifact) throw new Error("refused");
  const step = renderToStaticMarkup(
    createElement("div", null, renderBlock(artifact, components, "Step", "restart-api")),
  );
  expect(step).toMatch(/^<div><x-commandblock>docker restart agente-api-prod<\/x-commandblock><x-expect>/);
  expect(renderBlock(artifact, components, "Step", "nope")).toBeNull();
});

test("what is asked for twice at once is compiled once, and the disk keeps it", async () => {
  const source = `${head}una vez\n`;
  const [a, b] = await Promise.all([
    compileRunbook({ path: "svc/once", format: "mdx", source }),
    compileRunbook({ path: "svc/once", format: "mdx", source }),
  ]);
  expect(a.artifact).toBe(b.artifact);
  const kept = readdirSync(cacheDir).map((name) => readFileSync(path.join(cacheDir, name), "utf8"));
  expect(kept.filter((text) => text.includes("una vez"))).toHaveLength(1);
});

test("a refused text leaves nothing in the cache, and a spoilt cache is compiled again", async () => {
  const before = readdirSync(cacheDir).length;
  expect((await compileRunbook({ path: "svc/x", format: "mdx", source: `${head}{a}` })).artifact).toBeNull();
  expect(readdirSync(cacheDir)).toHaveLength(before);
  for (const name of readdirSync(cacheDir)) writeFileSync(path.join(cacheDir, name), "{");
  delete (globalThis as { bitacoraCompiler?: unknown }).bitacoraCompiler;
  expect((await compileRunbook(input)).artifact?.plan.procedures).toHaveLength(1);
});

test("problems carry the name under which the text was asked for", async () => {
  const source = `${head}[x](#nada)\n`;
  const first = await compileRunbook({ path: "svc/x", format: "mdx", source, file: "a" });
  const second = await compileRunbook({ path: "svc/x", format: "mdx", source, file: "b" });
  expect([first.problems[0]?.file, second.problems[0]?.file]).toEqual(["a", "b"]);
});

test("raw HTML of a Markdown file is the short list or text", async () => {
  const page = await html(
    '<div onclick="x">hola</div>\n\na <kbd>F5</kbd> <script>alert(1)</script> {x}<br>\n\n<details open>\n<summary>Más</summary>\n\n**b**\n\n</details>\n\n<img src="a.png" onerror="x">\n\nimport x from "y"\n',
    "md",
  );
  expect(page).toContain("&lt;div onclick=&quot;x&quot;&gt;hola&lt;/div&gt;");
  expect(page).toContain("<kbd>F5</kbd> &lt;script&gt;alert(1)&lt;/script&gt; {x}<br/>");
  expect(page).toContain('<details open=""><summary>Más</summary><p><strong>b</strong></p></details>');
  expect(page).toContain("&lt;img src=&quot;a.png&quot; onerror=&quot;x&quot;&gt;");
  expect(page).toContain("import x from");
});

test.each([
  ["mermaid", "<x-diagram>"],
  ["bash", "<x-commandblock>"],
  ["bash norun", "<x-snippet>"],
  ["python", "<x-snippet>"],
  ["", "<x-snippet>"],
])("a fence of %j becomes %s with its text as it is", async (info, tag) => {
  const page = await html(`${head}\`\`\`${info}\na && "b" \\n {c} <d> 'e' \`f\` \${g}\n\`\`\`\n`, "mdx");
  expect(page).toContain(`${tag}a &amp;&amp; &quot;b&quot; \\n {c} &lt;d&gt; &#x27;e&#x27; \`f\` \${g}</x-`);
});

// The gate refuses all of these first. Handed to the bundler behind its back, they must still come to nothing.
const harmless = gate({ file: "x", path: "svc/x", format: "mdx", source: `${head}hola\n` }).runbook;
test.each([
  ["import d from '/etc/passwd'\n", "import"],
  ["export const a = process.env\n", "export"],
  ["{process.exit(1)}\n", "expression"],
  ["<Step id={a} title='x'>y</Step>\n", "expression"],
  ["<Callout type='note' {...a}>y</Callout>\n", "Spread"],
  ["<script>x</script>\n", "script"],
])("the bundler refuses %j by itself", async (body, reason) => {
  if (!harmless) throw new Error("refused");
  await expect(bundle({ ...harmless, body })).rejects.toThrow(reason);
});

test("the bundler reads no file, even for a tree that holds an import", async () => {
  if (!harmless) throw new Error("refused");
  const tree = structuredClone(harmless.tree);
  const declaration = {
    type: "ImportDeclaration",
    specifiers: [],
    attributes: [],
    source: { type: "Literal", value: "/etc/hostname", raw: "'/etc/hostname'" },
  };
  tree.children.push({
    type: "mdxjsEsm",
    value: "",
    data: { estree: { type: "Program", sourceType: "module", body: [declaration] } },
  } as never);
  await expect(bundle({ ...harmless, tree })).rejects.toThrow("import of /etc/hostname refused");
});

test("front matter that mdx-bundler would run is text behind the gate's", async () => {
  const { artifact, problems } = await compileRunbook({
    path: "svc/x",
    format: "md",
    source: "---js\n{ title: process.exit(1) }\n---\n\nHola\n",
  });
  expect(artifact).toBeNull();
  expect(problems.map((entry) => entry.rule)).toContain("front-matter-engine");
});
