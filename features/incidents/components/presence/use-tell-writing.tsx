"use client";
import { useCallback, useEffect, useRef } from "react";
import { call } from "@/lib/http/client";
import { writingPlace } from "../../presence/crowd";
import { presenceNow } from "./presence-store";
import { useOthers } from "./use-others";

/** Somebody who has not touched a key for this long is not writing, in ms. */
const pauseMs = 6_000;
/** The others are told at most this often, in ms. */
const leastMs = 2_000;

/**
 * Tells the others that this person is writing, and that they stopped. With nobody else there nothing is sent.
 * @returns to be called at each change of the text; `false` when it was sent or emptied
 */
export function useTellWriting(): (writing: boolean) => void {
  const alone = useRef(true);
  const { others } = useOthers();
  alone.current = others.length === 0;
  const told = useRef({ place: "", screen: "", at: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback((place: string) => {
    const { screen } = presenceNow();
    const { current } = told;
    if (!screen || (current.screen === screen ? current.place : "") === place) return;
    if (place !== "" && (alone.current || Date.now() - current.at < leastMs)) return;
    told.current = { place, screen, at: Date.now() };
    void call("POST", `/api/v1/presence/${screen}`, { place });
  }, []);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      tell("");
    },
    [tell],
  );
  return useCallback(
    (writing) => {
      clearTimeout(timer.current);
      tell(writing ? writingPlace : "");
      if (writing) timer.current = setTimeout(() => tell(""), pauseMs);
    },
    [tell],
  );
}
