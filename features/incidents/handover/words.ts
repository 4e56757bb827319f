import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import type { RoleName } from "../schema";

const messages = { es, en };

/** What an entry about a role on its way says to readers of the API and of the record. Markdown. */
export function handoverWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "incidents" });
  return (event: "offered" | "accepted" | "declined" | "withdrawn", role: RoleName, from: string, to: string) =>
    t(`handover.told.${event}`, { role: t(`role.${role}`), from, to });
}
