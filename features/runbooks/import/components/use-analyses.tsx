"use client";
import { type Dispatch, type SetStateAction, useEffect, useRef } from "react";
import type { ImportItem } from "../batch/batch";
import { analysisKey, askAnalysis } from "./ask-server";

/** Texts that are analysed at once: the server takes one at a time, and nobody should wait behind a batch. */
const atOnce = 2;

type Items = readonly ImportItem[];
type SetItems = Dispatch<SetStateAction<ImportItem[]>>;

/** Whether a text has still to be looked at, or again because somebody decided something else. */
export function isWanted(item: ImportItem, items: Items): boolean {
  const waits = item.kind === "text" && !item.refusal && !item.done && !item.failed && item.bytes !== null;
  return waits && (item.choice.include || !item.duplicateOf) && analysisKey(item, items) !== item.analysedAs;
}

/** Asks the server about each text, the one in view first, and again whenever the question changed. */
export function useAnalyses(items: Items, setItems: SetItems, inView: string | null): void {
  const running = useRef(new Map<string, string>());
  const latest = useRef(items);
  latest.current = items;

  useEffect(() => {
    const change = (id: string, change: Partial<ImportItem>) =>
      setItems((now) => now.map((item) => (item.id === id ? { ...item, ...change } : item)));
    const start = async (item: ImportItem) => {
      const key = analysisKey(item, latest.current);
      running.current.set(item.id, key);
      const answer = await askAnalysis(item, latest.current);
      if (!answer.ok && answer.code === "rate_limited") await new Promise((done) => setTimeout(done, 2_000));
      running.current.delete(item.id);
      if (answer.ok) change(item.id, { analysis: answer.value, analysedAs: key, failed: null });
      // A new list starts the next one.
      else change(item.id, answer.code === "rate_limited" ? {} : { failed: answer.code, analysedAs: key });
    };
    const waiting = items
      .filter((item) => !running.current.has(item.id) && isWanted(item, items))
      .sort((a, b) => Number(b.id === inView) - Number(a.id === inView));
    for (const item of waiting.slice(0, atOnce - running.current.size)) void start(item);
  }, [items, setItems, inView]);
}
