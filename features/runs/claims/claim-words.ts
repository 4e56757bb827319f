import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { asText } from "../markdown-text";
import type { Somebody } from "./claim";

const messages = { es, en };

/** What changed hands, and in whose place somebody acted, as the timeline says it. Markdown. */
export function claimWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.claims.timeline" });
  return {
    changedHands: (event: "hand_over" | "take_over", title: string, from: Somebody | null, to: Somebody) => {
      const values = { title: asText(title), from: asText(from?.name ?? ""), to: asText(to.name) };
      return t(event === "take_over" ? "taken" : from ? "handedOn" : "handed", values);
    },
    /** Loud on purpose: somebody finished what another person was on. */
    inPlaceOf: (who: Somebody) => t("inPlaceOf", { name: asText(who.name) }),
  };
}
