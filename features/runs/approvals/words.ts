import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { asText } from "../markdown-text";

const messages = { es, en };

type Step = { title: string; target: string | null };

/** What the timeline says of approvals, in the language of whoever acted; Markdown. */
export function approvalWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.approval.timeline" });
  const on = ({ title, target }: Step) =>
    target === null
      ? `**${asText(title)}**`
      : t("onTarget", { title: asText(title), target: target.replaceAll("`", "'") });
  const told = (line: string, word: string | null | undefined) =>
    [line, word?.trim() ?? ""].filter(Boolean).join("\n\n");
  return {
    asked: (step: Step, minutes: number, note: string) => told(t("asked", { step: on(step), minutes }), note),
    granted: (step: Step, asker: string, word: string) =>
      told(t("granted", { step: on(step), name: asText(asker) }), word),
    refused: (step: Step, asker: string, word: string) =>
      told(t("refused", { step: on(step), name: asText(asker) }), word),
    expired: (step: Step, asker: string) => t("expired", { step: on(step), name: asText(asker) }),
    overridden: (step: Step, reason: string, drill: boolean) =>
      told(t(drill ? "overriddenDrill" : "overridden", { step: on(step) }), reason),
  };
}
