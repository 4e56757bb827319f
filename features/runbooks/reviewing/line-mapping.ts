import { diffArrays } from "diff";

/** Where a line of one text is in another; `kept` is false where the line itself was changed or is gone. */
export type MappedLine = { line: number; kept: boolean };

/**
 * A function from lines (from 1) of `before` to lines of `after`. A line that is gone leads to where it would stand: the line after
 * the last one that is still there.
 */
export function lineMapping(before: string, after: string): (line: number) => MappedLine {
  if (before === after) return (line) => ({ line, kept: true });
  const places: MappedLine[] = [];
  let now = 1;
  for (const part of diffArrays(before.split("\n"), after.split("\n"))) {
    const kept = !part.removed;
    for (let i = 0; i < part.value.length; i += 1) {
      if (!part.added) places.push({ line: now, kept });
      if (!part.removed) now += 1;
    }
  }
  const last = Math.max(now - 1, 1);
  return (line) => {
    const place = places[line - 1] ?? { line: last, kept: false };
    return { line: Math.min(place.line, last), kept: place.kept };
  };
}
