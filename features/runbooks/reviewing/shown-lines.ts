import { difference } from "../editor/difference";
import type { Thread } from "./threads";

/** Threads that stand on no line which a textual difference shows: they are told below it. */
export function threadsElsewhere(threads: Thread[], before: string, after: string): Thread[] {
  const lines = difference(before, after).hunks.flat();
  const shown = { before: new Set(lines.map((line) => line.before)), after: new Set(lines.map((line) => line.after)) };
  return threads.filter(({ place }) => place === null || !shown[place.side].has(place.line));
}
