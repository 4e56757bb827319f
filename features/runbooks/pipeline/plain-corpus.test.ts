import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PlanProcedure, PlanStep } from "../plan";
import { buildPlan } from "./build-plan";
import { gate } from "./gate";

const folder = "test/fixtures/plain";
const files = readdirSync(folder).filter((name) => name.endsWith(".md"));

function read(file: string, service: string) {
  const source = readFileSync(`${folder}/${file}`, "utf8");
  return gate({ file, path: `${service}/${file.replace(".md", "")}`, format: "md", source });
}

const serviceOf = (file: string) => (file.startsWith("es-cola") ? "correo" : "plain");

const step = ({ title, id, commands }: PlanStep) =>
  [
    `    - ${title}  #${id}`,
    ...commands.map(({ lang, text, placeholders }) =>
      [`        ${lang}: ${text.split("\n").join(" ⏎ ")}`, ...placeholders.map((name) => `<${name}>`)].join("  "),
    ),
  ].join("\n");

const procedure = ({ title, id, phases }: PlanProcedure) =>
  [`${title}  #${id}`, ...phases.flatMap(({ kind, steps }) => [`  ${kind}`, ...steps.map(step)])].join("\n");

test.each(files)("%s has the plan that a person reads in it", async (file) => {
  const { runbook, problems } = read(file, serviceOf(file));
  if (!runbook) throw new Error(problems.map(({ message }) => message).join("\n"));
  const { lang, title } = runbook.frontMatter;
  const told = [`${lang}: ${title}`, ...buildPlan(runbook).procedures.map(procedure)].join("\n\n");
  await expect(`${told}\n`).toMatchFileSnapshot(`../../../${folder}/expected/${file.replace(".md", ".txt")}`);
});

test("its ids stay the same when a step is added behind it", () => {
  const source = readFileSync(`${folder}/en-disk-full.md`, "utf8");
  const more = source.replace("## Verification", "- [ ] Rotate the logs\n\n## Verification");
  const ids = (text: string) => {
    const { runbook } = gate({ file: "x.md", path: "plain/x", format: "md", source: text });
    const all = runbook
      ? buildPlan(runbook).procedures.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
      : [];
    return all.map(({ id }) => id);
  };
  expect(ids(more)).toEqual(expect.arrayContaining(ids(source)));
});

test("front matter that leaves keys out is completed, and says so once", () => {
  const { runbook, problems } = read("es-portada-parcial.md", "plain");
  expect(runbook?.frontMatter).toMatchObject({
    title: "Tarea nocturna de facturas",
    service: "plain",
    lang: "es",
    owner: "Equipo de datos",
    criticality: "high",
  });
  expect(problems.map(({ rule, values }) => [rule, values.keys])).toEqual([
    ["front-matter-partial", "title`, `service`, `lang"],
  ]);
});

test("a tagged runbook may leave nothing out", () => {
  const source = "---\nowner: Equipo\n---\n\n# Hola\n";
  const { problems } = gate({ file: "x.mdx", path: "plain/x", format: "mdx", source });
  expect(problems.map(({ rule }) => rule)).toEqual([
    "front-matter-required",
    "front-matter-required",
    "front-matter-required",
  ]);
});
