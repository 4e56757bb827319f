import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import type { UpdateParts } from "./schema";

const messages = { es, en };

/** An update as Markdown, in the writer's language, for whoever reads the text alone. One with nothing but a condition is that. */
export function updateText({ condition, actions, needs }: UpdateParts, locale: Locale): string {
  if (!actions && !needs) return condition;
  const t = createTranslator({ locale, messages: messages[locale], namespace: "incidents.updates.part" });
  return [
    [t("condition"), condition],
    [t("actions"), actions],
    [t("needs"), needs],
  ]
    .flatMap(([label, text]) => (text ? [`**${label}**\n\n${text}`] : []))
    .join("\n\n");
}
