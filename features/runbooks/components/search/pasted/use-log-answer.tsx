"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { LogSearch } from "../../../search/log/search-log";

export type LogAnswer = { state: "reading" } | { state: "failed"; why: string } | { state: "read"; found: LogSearch };

/** Milliseconds of quiet after which a pasted text is asked for: pasting is one stroke, correcting it is many. */
const pause = 250;

/** What a pasted log speaks for. The text is sent, and kept nowhere: not in the address, not in this browser. */
export function useLogAnswer(text: string): LogAnswer {
  const [answer, setAnswer] = useState<LogAnswer>({ state: "reading" });
  useEffect(() => {
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
  }, [text]);
  return answer;
}
