import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

type Sentence = keyof typeof es.server;

/** The terminal's language (POSIX: LC_ALL before LC_MESSAGES before LANG); Spanish unless it says English. */
export function terminalLocale(source: Record<string, string | undefined> = process.env): Locale {
  const named = source.LC_ALL || source.LC_MESSAGES || source.LANG || "";
  return /^en\b|^en_/i.test(named) ? "en" : "es";
}

/** A sentence of `messages/*.json`, `server.*`, in the terminal's language. Numbers are given as text, so that ports get no separators. */
export function sentence(key: Sentence, values: Record<string, string> = {}, locale = terminalLocale()): string {
  const messages: Record<string, string> = (locale === "en" ? en : es).server;
  return createTranslator({ locale, messages })(key, values);
}

/** Prints one sentence for whoever started the portal. */
export const say = (key: Sentence, values?: Record<string, string>) => console.log(sentence(key, values));
