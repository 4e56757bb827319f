import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { minutesAndSeconds } from "../entry-text";
import { asText } from "../markdown-text";
import type { RunClock } from "./clocks";

const messages = { es, en };

/** The words of the timeline for limits: Markdown, in the language of whoever acted. */
export function clockWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.clocks.timeline" });
  return {
    /** @param late seconds between the limit and its recording */
    reached: ({ kind, title, limit }: Pick<RunClock, "kind" | "title" | "limit">, late: number) => {
      const head = t(kind, { title: asText(title), limit: minutesAndSeconds(limit) });
      return late > 60 ? `${head}\n\n${t("late", { late: minutesAndSeconds(late) })}` : head;
    },
    extended: ({ kind, title, limit }: Pick<RunClock, "kind" | "title" | "limit">, seconds: number) =>
      t(`more.${kind}`, {
        title: asText(title),
        more: minutesAndSeconds(seconds),
        limit: minutesAndSeconds(limit),
      }),
  };
}
