"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { type FoundSecret, findSecrets } from "@/lib/secrets/find-secrets";
import { clearedName, outgoingText } from "@/lib/secrets/outgoing-text";

/** The text of the composer with its secrets: what was found, what the person says is none, and what may leave. */
export function useGuardedEntry(text: string) {
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const shown = useDeferredValue(text);
  const found = useMemo(() => findSecrets(shown), [shown]);
  const nameOf = (part: FoundSecret) => clearedName(shown, part);
  return {
    shown,
    found,
    isCleared: (part: FoundSecret) => cleared.has(nameOf(part)),
    toggle(part: FoundSecret) {
      const next = new Set(cleared);
      if (!next.delete(nameOf(part))) next.add(nameOf(part));
      setCleared(next);
    },
    /** A text as it may leave, with the parts that the person cleared, for the server. */
    outgoing(body: string) {
      const { text: masked, cleared: left } = outgoingText(body, cleared);
      return { body: masked, cleared: left.map((part) => ({ field: "body", ...part })) };
    },
    forget: () => setCleared(new Set()),
  };
}

export type GuardedEntry = ReturnType<typeof useGuardedEntry>;
