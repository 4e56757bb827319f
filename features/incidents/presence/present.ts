import type { Presence } from "./schema";

/** An open screen. */
export type Screen = { personId: string; name: string; place: string };

/**
 * The people behind open screens: whoever has two open is there once, with both places.
 * @param screens the latest move first
 */
export function presentPeople(screens: readonly Screen[]): Presence {
  const people = new Map<string, Presence["people"][number]>();
  for (const { personId, name, place } of screens) {
    const person = people.get(personId) ?? { id: personId, name, places: [] };
    if (place !== "" && !person.places.includes(place)) person.places.push(place);
    people.set(personId, person);
  }
  const sorted = [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  return { people: sorted };
}
