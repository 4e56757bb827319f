import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const messages = { es, en };

/** The words of a drafted post-mortem, in the language of whoever drafts it: its own (`t`), and the portal's (`words`). */
export const draftWords = (locale: Locale) => ({
  t: createTranslator({ locale, messages: messages[locale], namespace: "postMortems.draft" }),
  words: createTranslator({ locale, messages: messages[locale] }),
});
export type DraftWords = ReturnType<typeof draftWords>;
