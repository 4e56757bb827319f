import type { Kept } from "./kept";

/**
 * What copies may take of a device: pages, bytes, and how old one may get. What is a person's own goes sooner: a session may end
 * by itself without anybody signing out.
 */
export const limits = { count: 300, bytes: 60_000_000, days: 30, personalDays: 7 };

/**
 * The copies that have to go: those that are too old, then the oldest of what is too many or too much. A page is kept anew each
 * time it is seen, so the oldest is the one that was not looked at for longest.
 */
export function surplus(copies: Kept[], now: Date, most = limits): Kept[] {
  const age = ({ at }: Kept) => (now.getTime() - Date.parse(at)) / 86_400_000;
  let bytes = 0;
  return copies
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .filter((copy, index) => {
      bytes += copy.bytes;
      return age(copy) > (copy.personal ? most.personalDays : most.days) || index >= most.count || bytes > most.bytes;
    });
}
