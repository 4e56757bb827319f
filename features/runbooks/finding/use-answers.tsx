"use client";
import { useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import type { Answer } from "./answer";

/** Milliseconds of quiet before a text is asked for; the first key after a rest waits for nothing. */
const pause = 40;
const rest = 80;
/** Milliseconds after which an answer that lacks runbooks is asked for again. */
const completion = 2_000;

/** Answers that are kept for texts that were typed before: taking a letter back costs nothing. */
const keptAnswers = 30;

/** An answer, and the text that it answers. */
export type Shown = { q: string } & Answer;

/** @param limit sections at most */
export async function fetchAnswer(q: string, limit: number, signal: AbortSignal): Promise<Shown | null> {
  const address = `/api/v1/search?${new URLSearchParams({ q, limit: String(limit) })}`;
  const answer = await call<Answer>("GET", address, undefined, signal);
  return answer.ok ? { q, ...answer.value } : null;
}

/**
 * Answers to what is being typed. The last answer stays until the next one is there, and one that a newer text has overtaken
 * never arrives. One that lacks runbooks, because the portal still reads them, is asked for again until it is whole.
 * @returns `shown`: null while nothing is typed or nothing is known yet; `waiting`: it answers an older text; `failed`: the
 * portal could not be asked
 */
export function useAnswers(text: string, initial: Shown | null = null, limit = 24) {
  const [shown, setShown] = useState(initial);
  const [failed, setFailed] = useState(false);
  const known = useRef(new Map<string, Shown>(initial ? [[initial.q, initial]] : []));
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const wanted = text.trim();

  useEffect(() => {
    setFailed(false);
    if (wanted === "") return setShown(null);
    const before = known.current.get(wanted);
    if (before) setShown(before);
    if (before?.missing === 0) return;
    const abort = new AbortController();
    const ask = async () => {
      const answer = await fetchAnswer(wanted, limit, abort.signal);
      if (abort.signal.aborted) return;
      if (!answer) return setFailed(true);
      if (answer.missing > 0) timer = setTimeout(ask, completion);
      else keep(known.current, answer);
      setShown(answer);
    };
    const now = performance.now();
    let timer = setTimeout(ask, now - askedAt.current > rest ? 0 : pause);
    askedAt.current = now;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, limit]);

  const current = wanted === "" ? null : shown;
  return { shown: current, waiting: wanted !== "" && current?.q !== wanted && !failed, failed };
}

function keep(known: Map<string, Shown>, answer: Shown): void {
  known.set(answer.q, answer);
  const [oldest] = known.keys();
  if (known.size > keptAnswers && oldest !== undefined) known.delete(oldest);
}
