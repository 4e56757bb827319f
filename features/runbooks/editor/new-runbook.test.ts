import { expect, test } from "vitest";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { gate } from "../pipeline/gate";
import { newRunbook } from "./new-runbook";

const titles = ["Cola de pagos llena", 'El "worker" no arranca & reinicia', "¡¡¡", "{x} <b> `y`", "title: # x", "---"];

test.each(
  titles.flatMap((title) => [
    { title, lang: "es" as const },
    { title, lang: "en" as const },
  ]),
)("a new runbook called $title in $lang passes the gate without a warning", ({ title, lang }) => {
  const source = newRunbook({ title, service: "pagos", lang }, { es, en }[lang].editing.template);
  const { problems, runbook } = gate({ file: "cola.mdx", path: "pagos/cola", format: "mdx", source });
  expect(problems).toEqual([]);
  expect(runbook?.frontMatter.title).toBe(title);
});
