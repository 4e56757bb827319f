import { catalogue, type ErrorCode } from "@/lib/errors/catalogue";
import type { Outgoing } from "../quick/outgoing";

/** A write that is on its way. `waiting`: to be tried again; `held`: until the person signs in; `refused`: theirs to decide. */
export type OutboxItem = Outgoing & {
  state: "sending" | "waiting" | "held" | "refused";
  /** Why it was refused, in the reader's language. */
  why?: string;
};

/** What becomes of a write that was answered with an error: the catalogue decides. `offline` never arrived. */
export function afterError(code: ErrorCode | "offline"): "waiting" | "held" | "refused" {
  if (code === "offline") return "waiting";
  const { outbox } = catalogue[code];
  return outbox === "retry" ? "waiting" : outbox === "hold" ? "held" : "refused";
}

/** The next to send: first in, first out. What was refused stands aside; what waits or is held keeps the later ones behind it. */
export function nextToSend(items: OutboxItem[]): OutboxItem | null {
  return items.find(({ state }) => state !== "refused") ?? null;
}

/** Items as they were kept in the browser; anything else is dropped. What was on its way when the page ended is sent again. */
export function readKept(text: string | null): OutboxItem[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter(isItem).map((item) => (item.state === "refused" ? item : { ...item, state: "waiting" }));
  } catch {
    return [];
  }
}

const isItem = (value: unknown): value is OutboxItem =>
  typeof value === "object" && value !== null && "id" in value && "body" in value && "writtenAt" in value;
