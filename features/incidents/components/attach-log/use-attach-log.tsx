"use client";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { outgoingText } from "@/lib/secrets/outgoing-text";
import type { AttachedEntry } from "../../attachments/api";
import { laneOf } from "../../live/with-unsent";

export type LogToAttach = {
  /** As it was pasted; it leaves this browser masked. */
  text: string;
  /** What it speaks for; empty when nothing is known. */
  about: string;
};

/** Where a log went; `seq` of its entry is null while it waits in this browser. */
export type SentLog = { key: string; seq: number | null };

type Log = { key: string; name: string; text: string; caption: string };

const none: ReadonlySet<string> = new Set();

/**
 * Sends a log, masked before, as a file of an incident's timeline: at once, or from this browser's outbox when the portal is back.
 * What is refused stays with the person, who sees why; trying again is the same attachment.
 */
export function useAttachLog(onSent: (sent: SentLog) => void) {
  const { outbox } = useOutbox();
  const [state, setState] = useState<"asking" | "sending" | { failed: string }>("asking");
  const made = useRef({ key: "", id: "" });
  const send = async ({ key, name, text, caption }: Log) => {
    if (!outbox) return;
    setState("sending");
    if (made.current.key !== key) made.current = { key, id: v7() };
    const { id } = made.current;
    const told = outgoingText(caption.trim(), none).text;
    const writtenAt = new Date().toISOString();
    const query = new URLSearchParams({ id, name, happenedAt: writtenAt, ...(told && { text: told }) });
    const outcome = await outbox.deliver({
      id,
      lane: laneOf(key),
      person: outbox.person,
      method: "POST",
      path: `/api/v1/incidents/${encodeURIComponent(key)}/attachments?${query}`,
      body: new Blob([text], { type: "text/plain" }),
      writtenAt,
      label: [told, name].filter(Boolean).join(" · "),
    });
    if (outcome.state === "sent") return onSent({ key, seq: (outcome.value as AttachedEntry).entry.seq });
    if (outcome.state !== "refused") return onSent({ key, seq: null });
    await outbox.discard(id);
    setState({ failed: outcome.title });
  };
  return { state, send, ready: outbox !== null };
}
