import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { asText } from "../markdown-text";

const messages = { es, en };

/** The words of entries about runs that go on in another runbook. */
export function continuationWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.continuation.timeline" });
  return {
    from: ({ title }: { title: string }) => t("from", { title: asText(title) }),
    reopened: (question: string, title: string) => t("reopened", { question: asText(question), title: asText(title) }),
    failed: (target: string, why: "missing" | "unreadable" | "no_procedure") =>
      t("failed", { target: `\`${target.replaceAll("`", "")}\``, why: t(`why.${why}`) }),
  };
}
