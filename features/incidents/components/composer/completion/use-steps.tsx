"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { LinkableStep } from "../../../references/schema";

const freshMs = 15_000;

/** The steps that `#` can name, asked for when somebody writes one; none without a network: the server links it all the same. */
export function useSteps(api: string, wanted: boolean): LinkableStep[] {
  const [known, setKnown] = useState<{ at: number; steps: LinkableStep[] }>({ at: 0, steps: [] });
  const stale = wanted && Date.now() - known.at > freshMs;
  useEffect(() => {
    if (!stale) return;
    let current = true;
    void call<{ steps: LinkableStep[] }>("GET", `${api}/steps`).then((answer) => {
      if (!current) return;
      setKnown((before) => ({ at: Date.now(), steps: answer.ok ? answer.value.steps : before.steps }));
    });
    return () => {
      current = false;
    };
  }, [api, stale]);
  return known.steps;
}
