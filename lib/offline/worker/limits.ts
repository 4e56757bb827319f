import type { Kept } from "./kept";

/** What copies may take of a device: pages, bytes, and how old one may get. */
export const limits = { count: 300, bytes: 60_000_000, days: 30 };

/**
 * The copies that have to go: those that are too old, then the oldest of what is too many or too much. A page is kept anew each
 * time it is seen, so the oldest is the one that was not looked at for longest.
 */
export function surplus(copies: Kept[], now: Date, most = limits): Kept[] {
  const earliest = now.getTime() - most.days * 86_400_000;
  let bytes = 0;
  return copies
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .filter((copy, index) => {
      bytes += copy.bytes;
      return Date.parse(copy.at) < earliest || index >= most.count || bytes > most.bytes;
    });
}
