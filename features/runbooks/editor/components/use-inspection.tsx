"use client";
import { type ReactNode, startTransition, useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../../artifact";

/** What the server says of a text: its problems, and the page that it makes unless one of them is an error. */
export type Inspection = { problems: Problem[]; rendered: ReactNode | null };
export type InspectionResult = ({ ok: true } & Inspection) | { ok: false; code: string };
/** As readers see it, or as a run walks it. */
export type InspectAs = "page" | "run";
export type Inspect = (input: { path: string; text: string; as?: InspectAs }) => Promise<InspectionResult>;

/**
 * Milliseconds of rest after which a text is inspected: longer for one that takes long, because its page is made anew in the
 * browser too, and a writer who goes on would feel that.
 */
const [shortest, longest] = [400, 3_000];
const restAfter = (took: number) => Math.min(Math.max(took * 2, shortest), longest);

type State = Inspection & { walked: ReactNode | null; checking: boolean; failed: string | null };

/** Inspects a text as it is written: after a rest, one at a time, always the latest. The last good page stays in view. */
export function useInspection(path: string, initial: string, inspect: Inspect, onError: (code: string) => string) {
  const [state, setState] = useState<State>({
    problems: [],
    rendered: null,
    walked: null,
    checking: true,
    failed: null,
  });
  const wanted = useRef<string | null>(initial);
  const latest = useRef(initial);
  const mode = useRef<InspectAs>("page");
  const running = useRef(false);
  const rest = useRef(shortest);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const work = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    while (wanted.current !== null) {
      const text = wanted.current;
      wanted.current = null;
      const as = mode.current;
      const began = performance.now();
      const result = await inspect({ path, text, as }).catch((): InspectionResult => ({ ok: false, code: "offline" }));
      rest.current = restAfter(performance.now() - began);
      const checking = wanted.current !== null;
      // In a transition, so that the page in view stays until all of the next one is there.
      startTransition(() =>
        setState((now) =>
          result.ok
            ? {
                problems: result.problems,
                rendered: (as === "page" && result.rendered) || now.rendered,
                walked: (as === "run" && result.rendered) || now.walked,
                checking,
                failed: null,
              }
            : { ...now, checking, failed: onError(result.code) },
        ),
      );
    }
    running.current = false;
  }, [path, inspect, onError]);

  const change = useCallback(
    (text: string) => {
      latest.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        wanted.current = text;
        void work();
      }, rest.current);
      setState((now) => (now.checking ? now : { ...now, checking: true }));
    },
    [work],
  );

  /** Shows the text in the other way from now on. */
  const showAs = useCallback(
    (as: InspectAs) => {
      if (mode.current === as) return;
      mode.current = as;
      wanted.current = latest.current;
      void work();
    },
    [work],
  );

  useEffect(() => {
    void work();
    return () => clearTimeout(timer.current);
  }, [work]);

  return { ...state, change, showAs };
}
