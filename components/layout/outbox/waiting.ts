import type { OutboxItem } from "@/lib/offline/outbox-item";

/** What the strip says first: what needs the person comes before what only needs time. */
export type Situation = "refused" | "held" | "page" | "waiting";

/** Those that are not simply on their way. */
export const unsent = (items: OutboxItem[]): OutboxItem[] => items.filter(({ state }) => state !== "sending");

/**
 * What to say of unsent writes; null when there are none.
 * @param kept whether this browser keeps them beyond the page
 */
export function situationOf(items: OutboxItem[], kept: "browser" | "page"): Situation | null {
  const left = unsent(items);
  if (left.length === 0) return null;
  if (kept === "page") return "page";
  if (left.some(({ state }) => state === "held")) return "held";
  return left.some(({ state }) => state === "refused") ? "refused" : "waiting";
}
