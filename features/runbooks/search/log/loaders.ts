import { getTranslations } from "next-intl/server";
import { isAppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { postedText } from "@/lib/http/posted-text";
import { longestLog } from "./api";
import { isLog } from "./is-log";
import type { LogAnswer } from "./log-answer";
import { findInLog } from "./queries";

/** Procedures that a page shows for a log. */
const shown = 10;

/** A text that was sent to the search page by a form; `answer` is null where it is searched for like any other. */
export type Posted = { text: string; answer: LogAnswer | null };

/** What a form sent to the search page, answered; null where nothing was. A log that is too long is shown as far as it may go. */
export async function loadPosted(): Promise<Posted | null> {
  const sent = postedText();
  if (sent === null) return null;
  const text = sent.slice(0, longestLog);
  if (!isLog(text)) return { text, answer: null };
  return admitted("/search", async () => ({ text, answer: await answerTo(sent) }));
}

async function answerTo(text: string): Promise<LogAnswer> {
  try {
    return { state: "read", found: await findInLog(await pageContext(), { text, limit: shown }) };
  } catch (error) {
    if (!isAppError(error) || error.code !== "too_large") throw error;
    return { state: "failed", why: (await getTranslations("errors"))("too_large") };
  }
}
