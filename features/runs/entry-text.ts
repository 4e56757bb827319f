import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { isHandChange, type Somebody } from "./claims/claim";
import { claimWords } from "./claims/claim-words";
import type { StepEvent } from "./machine";
import { asText, fenced } from "./markdown-text";

/** What a timeline entry says of a step, before it is put into words. */
export type StepStory = {
  event: StepEvent;
  title: string;
  /** Completing it says that the service recovered. */
  attempt: boolean;
  option: string | null;
  /** Whoever was on it when somebody else acted. */
  displaced: Somebody | null;
  /** Whom it was handed to. */
  to: Somebody | null;
  by: Somebody;
  note: string | null;
  evidence: string | null;
  /** Seconds spent, once finished; null for an action without a clock. */
  spent: number | null;
  /** Seconds; null without a budget. */
  within: number | null;
};

/** Characters of pasted output that an entry shows; the run keeps all of it. */
export const shownEvidence = 4_000;

const messages = { es, en };

/** The words of the run's entries. Entries are Markdown in the language of whoever acted. */
export function entryWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.timeline" });
  const claims = claimWords(locale);
  const seconds = minutesAndSeconds;
  return {
    started: (run: { title: string; runbook: string; procedure: string; commit: string | null }) => {
      const link = `[${asText(`${run.runbook}#${run.procedure}`)}](/runbooks/${run.runbook}#${run.procedure})`;
      const values = { title: asText(run.title), link, commit: run.commit?.slice(0, 8) ?? "" };
      return t(run.commit ? "startedAt" : "started", values);
    },
    step: (story: StepStory) => {
      const title = asText(story.title);
      const key = story.attempt && (story.event === "complete" || story.event === "fail") ? "attempt" : "step";
      const head =
        story.event === "choose"
          ? t("choose", { title, option: asText(story.option ?? "") })
          : story.event === "hand_over" || story.event === "take_over"
            ? claims.changedHands(story.event, story.title, story.displaced, story.to ?? story.by)
            : t(`${key}.${story.event}` as "step.start", { title });
      const instead = story.displaced && !isHandChange(story.event) ? claims.inPlaceOf(story.displaced) : "";
      const budget = story.spent === null ? "" : spentText(story.spent, story.within);
      return paragraphs(
        head + budget,
        instead,
        quoted(story.note),
        story.evidence ? fenced(cut(story.evidence), "text") : "",
      );
    },
    copied: (title: string, command: string, lang: string) =>
      paragraphs(t("copied", { title: asText(title) }), fenced(command, lang)),
    ended: (run: { title: string }, outcome: string, reason: string | null) =>
      paragraphs(t(`ended.${outcome}` as "ended.recovered", { title: asText(run.title) }), quoted(reason)),
    continues: (target: string) => t("continues", { link: `[${asText(target)}](/runbooks/${target})` }),
    ofDrill: (body: string) => t("ofDrill", { body }),
    escalate: (run: { title: string }) => t("escalate", { title: asText(run.title) }),
  };

  function spentText(spent: number, within: number | null): string {
    if (within === null) return ` · ${seconds(spent)}`;
    const over = Math.max(0, spent - within);
    const values = { spent: seconds(spent), within: seconds(within), over: seconds(over) };
    return ` · ${t(over > 0 ? "over" : "inTime", values)}`;
  }
}

/** `m:ss`, as a stopwatch writes it. */
export const minutesAndSeconds = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
};

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join("\n\n");
const cut = (text: string) => (text.length > shownEvidence ? `${text.slice(0, shownEvidence)}\n…` : text);
const quoted = (note: string | null) => note?.trim() ?? "";
