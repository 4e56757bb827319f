import type { RunbookPath } from "../artifact";
import { gone, type SectionStore } from "./section-store";
import type { Standing } from "./top";

/** Which runbooks may answer. */
export type Accept = (path: RunbookPath) => boolean;

/** What parts the place of a runbook from the number of a section. */
const shift = 2 ** 32;

/**
 * Whether a section is still there, and of a runbook that may answer; of two, which comes first. By their paths, so that which of
 * many that are alike are looked at does not depend on which of them changed last.
 * @param accept asked once for each runbook
 */
export function standingIn(sections: SectionStore, accept?: Accept): Standing {
  const { runbookOf } = sections;
  const places = placesIn(sections);
  // NaN for one that was taken out: it comes before nothing.
  const orderOf = (id: number) => shift * (places[runbookOf[id] as number] as number) + id;
  return { isThere: presence(sections, accept), orderOf };
}

/** Numbers of runbooks by their paths, and the place of each number among them. */
type Places = { sorted: number[]; places: Uint32Array };
const kept = new WeakMap<SectionStore, Places>();

/** The place of each runbook among all by path. A number never gets another path: what was sorted before stays so. */
function placesIn(sections: SectionStore): Uint32Array {
  const { runbooks } = sections;
  const before = kept.get(sections);
  if (before?.places.length === runbooks.length) return before.places;
  const sorted = (before?.sorted ?? []).filter((number) => runbooks[number]);
  for (let number = before?.places.length ?? 0; number < runbooks.length; number += 1)
    if (runbooks[number]) sorted.push(number);
  const pathOf = (number: number) => runbooks[number]?.path ?? "";
  sorted.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const places = new Uint32Array(runbooks.length);
  for (const [place, number] of sorted.entries()) places[number] = place;
  kept.set(sections, { sorted, places });
  return places;
}

function presence({ runbookOf, runbooks }: SectionStore, accept?: Accept): (id: number) => boolean {
  if (!accept) return (id) => runbookOf[id] !== gone;
  const known = new Map<number, boolean>();
  return (id) => {
    const number = runbookOf[id] as number;
    const decided = known.get(number);
    if (decided !== undefined) return decided;
    const runbook = runbooks[number];
    const accepted = runbook !== undefined && accept(runbook.path);
    known.set(number, accepted);
    return accepted;
  };
}
