import { lineHeight, measured } from "./measure";
import { parseSequence } from "./parse-sequence";
import type { Sequence } from "./sequence";
import { columnsOf } from "./sequence-columns";
import { type Box, type Lines, rowsOf, type SequenceRows } from "./sequence-rows";
import type { Size } from "./shape";

/** A sequence of messages as lines and texts, in pixels of a canvas of that width and height that begins at `left`. */
export type SequenceDrawing = Size &
  SequenceRows & {
    left: number;
    title: string | null;
    description: string;
    /** Each stands above and below its lifeline. */
    participants: (Box & { text: Lines; isPerson: boolean })[];
    lifelines: { x: number; top: number; bottom: number }[];
  };

const margin = 8;
const personRoom = 34;

/**
 * Draws a diagram where it is a sequence that is understood in full.
 * @param text of a fence in `mermaid`
 * @returns null for what only Mermaid itself can draw, in a browser
 */
export function sequenceDrawingOf(text: string): SequenceDrawing | null {
  const sequence = parseSequence(text);
  if (!sequence) return null;
  const columns = columnsOf(sequence);
  const people = [...sequence.participants.values()];
  const tall = Math.max(...people.map(({ label, isPerson }) => measured(label).height + (isPerson ? personRoom : 0)));
  const boxHeight = tall + lineHeight;
  const rows = rowsOf(sequence, columns, margin + boxHeight + lineHeight);
  const below = rows.bottom + 4;
  const left = Math.min(...people.map(({ id }) => columns.x(id) - columns.width(id) / 2), rows.left) - margin;
  const right = Math.max(...people.map(({ id }) => columns.x(id) + columns.width(id) / 2), rows.right) + margin;
  const at = (top: number) =>
    people.map(({ id, label, isPerson }) => {
      const [x, width] = [columns.x(id), columns.width(id)];
      const box = { x: x - width / 2, y: top, width, height: boxHeight };
      const middle = top + boxHeight / 2 + (isPerson ? personRoom / 2 : 0);
      return { ...box, isPerson, text: { lines: measured(label).lines, x, y: middle } };
    });
  return {
    ...rows.drawn,
    left,
    width: Math.ceil(right - left),
    height: Math.ceil(below + boxHeight + margin),
    title: sequence.title,
    description: [sequence.description, inWords(sequence)].filter(Boolean).join(". "),
    participants: [...at(margin), ...at(below)],
    lifelines: people.map(({ id }) => ({ x: columns.x(id), top: margin + boxHeight, bottom: below })),
  };
}

/** What the picture says, for who does not see it: `A → B: question; B ⇢ A: answer`. */
function inWords({ participants, events }: Sequence): string {
  const nameOf = (id: string) => (participants.get(id)?.label ?? id).replaceAll("\n", " ");
  const told = events.flatMap((event) => {
    if (event.kind === "message") {
      const arrow = event.head ? (event.dotted ? "⇢" : "→") : "–";
      return [`${nameOf(event.from)} ${arrow} ${nameOf(event.to)}: ${event.text}`];
    }
    if (event.kind === "note")
      return [`${[...new Set([event.first, event.last])].map(nameOf).join(", ")}: ${event.text}`];
    if (event.kind === "open" || event.kind === "part") return [`[${event.word}] ${event.text}`.trim()];
    return event.kind === "close" ? ["[end]"] : [];
  });
  return told.map((one) => one.replaceAll("\n", " ")).join("; ");
}
