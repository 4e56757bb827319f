"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { LogAnswer } from "../../../search/log/log-answer";
import type { LogSearch } from "../../../search/log/search-log";

/** Milliseconds of quiet after which a pasted text is asked for: pasting is one stroke, correcting it is many. */
const pause = 250;

const reading: LogAnswer = { state: "reading" };

/**
 * What a pasted log speaks for. The text is sent, and kept nowhere: not in the address, not in this browser.
 * @param first the answer that is there already, and the text that it answers
 */
export function useLogAnswer(text: string, first?: { of: string; answer: LogAnswer }): LogAnswer {
  const known = first?.of === text ? first.answer : null;
  const [answer, setAnswer] = useState<LogAnswer>(known ?? reading);
  useEffect(() => {
    if (known) return setAnswer(known);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const got = await call<LogSearch>("POST", "/api/v1/search/log", { text }, abort.signal);
      if (abort.signal.aborted) return;
      setAnswer(got.ok ? { state: "read", found: got.value } : { state: "failed", why: got.title });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, known]);
  return answer;
}
