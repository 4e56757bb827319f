import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { asText } from "../markdown-text";
import type { VariableChange } from "./change";

const messages = { es, en };
/** Characters of a value that the timeline shows; the run's events keep all of it. */
const shown = 200;

/** One line on the timeline for a set of changes. Markdown. */
export function variableWords(locale: Locale, changes: VariableChange[]): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.variables.timeline" });
  const list = changes.map(({ name, to }) =>
    to === null ? t("emptied", { name: asText(name) }) : `${asText(name)} = ${asCode(to)}`,
  );
  return t("set", { list: list.join(" · ") });
}

function asCode(value: string): string {
  const line = value.replace(/\s/gu, " ");
  const cut = line.length > shown ? `${line.slice(0, shown)}…` : line;
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(cut) ? " " : "";
  return `${fence}${pad}${cut}${pad}${fence}`;
}
