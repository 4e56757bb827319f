import type { Presence } from "./schema";

/** The place of a screen on which somebody is writing on a timeline. */
export const writingPlace = "writing";

/** Whoever has an incident open, for those who look at it: few by name, the rest as a number. */
export type Crowd = Presence & { more: number };

/** How many people of an incident are told by name. However many look on, what everybody is told stays small. */
const named = 12;

/** Those who write come first, then the others by name. */
export function crowdOf({ people }: Presence): Crowd {
  const writing = (places: string[]) => (places.includes(writingPlace) ? 0 : 1);
  const first = people.toSorted((a, b) => writing(a.places) - writing(b.places)).slice(0, named);
  return { people: first, more: people.length - first.length };
}
