import { expect, test } from "vitest";
import { importMarkdown } from "../import-markdown";
import type { Changes } from "./proposal";

const guide = `# Cola

## Reiniciar

**Diagnóstico:**

1. Mirar el **log**

**Escalado** (tras 5 min):

- Llamar
`;
function imported(change: (keyOf: (kind: string) => string) => Changes) {
  const { proposals } = importMarkdown(guide, { path: "correo/cola" });
  const keyOf = (kind: string) => proposals.find((one) => one.kind === kind)?.names[0]?.key ?? "";
  const result = importMarkdown(guide, { path: "correo/cola", changes: change(keyOf) });
  return result.take(proposals.map(({ id }) => id));
}

test("an id and a title of somebody's own take the place of those proposed", () => {
  const { mdx, equivalence } = imported((key) => ({ [key("Step")]: { id: "ver", title: "Mirar el log del lunes" } }));
  expect(mdx).toContain('<Step id="ver" title="Mirar el log del lunes">\n\n</Step>');
  expect(equivalence).toMatchObject({ complete: true, missing: [] });
});

test("what a new title no longer says goes on standing in the text", () => {
  const { mdx, equivalence } = imported((key) => ({
    [key("Step")]: { title: "Registro" },
    [key("Procedure")]: { title: "Arrancar de nuevo" },
  }));
  expect(mdx).toContain('title="Registro">\n\nMirar el **log**');
  expect(mdx).toContain('title="Arrancar de nuevo">\n\n## Reiniciar');
  expect(equivalence).toMatchObject({ complete: true, missing: [] });
});

test("a part may be another one, and keeps its label and only what it can have", () => {
  const { mdx, equivalence, problems } = imported((key) => ({
    [key("Diagnosis")]: { tag: "Symptoms" },
    [key("Escalation")]: { tag: "Verification" },
  }));
  expect(mdx).toContain("<Symptoms>\n\n**Diagnóstico:**\n\n1. Mirar el **log**\n\n</Symptoms>");
  expect(mdx).toContain("<Verification>\n\n**Escalado** (tras 5 min):");
  expect(problems.filter((one) => one.severity === "error")).toEqual([]);
  expect(equivalence).toMatchObject({ complete: true });
});

test("a step is one that changes something only where somebody says so", () => {
  expect(imported(() => ({})).mdx).not.toContain("kind=");
  expect(imported((key) => ({ [key("Step")]: { kind: "change" } })).mdx).toContain('kind="change">');
});

test("an id that another has is told as any other problem", () => {
  const { problems } = imported((key) => ({ [key("Step")]: { id: "reiniciar" } }));
  expect(problems.map(({ rule }) => rule)).toContain("duplicate-id");
});

test("what a person says of the page wins over the text, which keeps what it said", () => {
  const text = "---\ntitle: Vieja\nowner: Alguien\n---\n\n# Cola\n\nMantenedor: Correo\n";
  const { take, proposals, equivalence } = importMarkdown(text, {
    path: "correo/cola",
    title: "Nueva",
    owner: "Guardia",
    criticality: "high",
  });
  const { mdx } = take(proposals.map(({ id }) => id));
  expect(mdx).toMatch(/^---\ntitle: Nueva\n/);
  expect(mdx).toContain("owner: Guardia\ncriticality: high\n");
  expect(mdx).not.toContain("Vieja");
  expect(mdx).toContain("# Cola\n\nMantenedor: Correo");
  expect(equivalence).toMatchObject({ complete: true });
});

test("variables are proposed for what a run would ask for anyway, secrets as secrets", () => {
  const text =
    "# A\n\n```bash\ncurl -H ${API_TOKEN} ${HOME} <host> $PLAIN\nX=1; echo ${X}\n```\n\n```yaml\nno: ${THIS}\n```\n";
  const { proposals, take } = importMarkdown(text, { path: "correo/a" });
  expect(proposals.filter(({ kind }) => kind === "variable").map(({ what }) => what)).toEqual([
    "API_TOKEN (secret)",
    "host",
  ]);
  expect(take(proposals.map(({ id }) => id)).mdx).toContain(
    "variables:\n  - name: API_TOKEN\n    secret: true\n  - name: host\n",
  );
});
