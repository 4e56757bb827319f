"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { type FoundSecret, findSecrets } from "@/lib/secrets/find-secrets";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { clearedName, type OutgoingText, outgoingText } from "@/lib/secrets/outgoing-text";
import { useKeptText } from "../live/use-kept-text";

/** A text of which no secret leaves the browser unless the person says that it is none. */
export type GuardedText = {
  /** As typed or pasted. */
  text: string;
  set: (text: string) => void;
  /** A moment behind the typing, with what was found in it. */
  shown: string;
  found: FoundSecret[];
  /** `shown` as it would be sent. */
  masked: string;
  isCleared: (part: FoundSecret) => boolean;
  /** Says that a part is no secret, or that it is one after all. */
  toggle: (part: FoundSecret) => void;
  outgoing: () => OutgoingText;
};

/**
 * @param kind `note` or `evidence`, and
 * @param name of what: under these the device keeps the text for its writer, with its secrets masked, until it was sent
 */
export function useGuardedText(kind: "note" | "evidence", name: string): GuardedText {
  const { person } = useOutbox();
  const key = person && `bitacora-${kind}:${person}:${name}`;
  const [text, set] = useKeptText(key, { asKept: maskSecrets, where: "device" });
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const shown = useDeferredValue(text);
  const found = useMemo(() => findSecrets(shown), [shown]);
  const masked = useMemo(() => outgoingText(shown, cleared).text, [shown, cleared]);
  const isCleared = (part: FoundSecret) => cleared.has(clearedName(shown, part));
  const toggle = (part: FoundSecret) => {
    const name = clearedName(shown, part);
    setCleared((all) => {
      const next = new Set(all);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  };
  return { text, set, shown, found, masked, isCleared, toggle, outgoing: () => outgoingText(text, cleared) };
}

/** The fields of a request out of guarded texts: what is left blank is left out. */
export function outgoingFields<Name extends string>(texts: Record<Name, GuardedText>) {
  const sent = (Object.keys(texts) as Name[]).map((field) => ({ field, ...texts[field].outgoing() }));
  const fields = Object.fromEntries(sent.map(({ field, text }) => [field, text || undefined]));
  const cleared = sent.flatMap((one) => one.cleared.map((part) => ({ field: one.field, ...part })));
  return { ...(fields as Record<Name, string | undefined>), ...(cleared.length > 0 ? { cleared } : {}) };
}
