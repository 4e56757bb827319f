import type { Edit } from "./edit";

/** A sign that got a backslash, or a piece of text that was written another way, so that a page shows it. */
export type Escape = { line: number; before: string; after: string };

/** More than these say nothing new. */
const most = 500;

/** What was written another way than the text has it, by its line. */
export function escapesOf(text: string, edits: Edit[], lineOf: (offset: number) => number): Escape[] {
  return edits
    .toSorted((a, b) => a.start - b.start)
    .slice(0, most)
    .map(({ start, end, text: written }) => {
      const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
      const rest = /^[^\n]{0,40}/.exec(text.slice(Math.max(start, end)))?.[0] ?? "";
      const around = line.slice(-20);
      const shorten = (piece: string) => (piece.length > 160 ? `${piece.slice(0, 160)}…` : piece);
      return {
        line: lineOf(start),
        before: shorten(around + text.slice(start, end) + rest),
        after: shorten(around + written + rest),
      };
    });
}
