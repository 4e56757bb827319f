"use client";
import { useEffect, useState } from "react";
import type { Proposal } from "../../expectation";
import type { StepView } from "../../schema";

export type TextProposal = { text: string; proposal: Proposal };

/** Pause in typing after which a text is compared, in ms. */
const pauseMs = 150;

/** What typed or pasted output says. The matcher is fetched when there is something to match: it is large, and most steps need none. */
export function useProposal({ expects }: StepView, output: string): TextProposal | null {
  const [found, setFound] = useState<TextProposal | null>(null);
  const wanted = output.trim() !== "" && expects.some(({ matches }) => matches !== null);
  useEffect(() => {
    if (!wanted) return setFound(null);
    let current = true;
    const timer = setTimeout(() => {
      void import("../../expectation").then(({ propose }) => {
        const proposal = current ? propose(expects, output) : null;
        if (current) setFound(proposal && { text: output, proposal });
      });
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [expects, output, wanted]);
  return found;
}
