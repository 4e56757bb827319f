import { headAt } from "./curve";
import { lineHeight, measured } from "./measure";
import type { Message, Note, Sequence, SequenceEvent } from "./sequence";
import { type Columns, noteGap, notePadding, ownReach } from "./sequence-columns";
import type { Point, Size } from "./shape";

export type Lines = Point & { lines: string[] };
/** `x` and `y` are its upper left corner. */
export type Box = Point & Size;
type Part = { y: number; text: Lines };

export type SequenceRows = {
  frames: (Box & { word: string; parts: Part[] })[];
  bars: Box[];
  notes: (Box & { text: Lines })[];
  messages: { points: Point[]; head: string; dotted: boolean; text: Lines }[];
};

const barWidth = 10;
/** A bar within a bar stands this much further to the right. */
const barStep = 4;
const shortestBar = 8;
/** Pixels between two rows, and of a frame's own lines. */
const rowGap = 14;
const frameRow = 26;
const framePadding = 14;
const ownHeight = 22;

/** Pixels that the word of a frame takes, with its corner. */
export const frameWordWidth = (word: string): number => measured(word).width + 16;

const nowhere = () => ({ left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY });

/**
 * Places what happens, one below the other.
 * @param top where the first of it may begin
 */
export function rowsOf({ events }: Sequence, columns: Columns, top: number) {
  const drawn: SequenceRows = { frames: [], bars: [], notes: [], messages: [] };
  const extent = nowhere();
  const open: { word: string; begins: number; parts: Part[]; extent: typeof extent }[] = [];
  const working = new Map<string, number[]>();
  let y = top;
  /** Where the last message was drawn: bars begin and end there. */
  let line = top;

  const reaches = (left: number, right: number) => {
    for (const one of [extent, ...open.map((frame) => frame.extent)]) {
      one.left = Math.min(one.left, left);
      one.right = Math.max(one.right, right);
    }
  };
  /** Where a line meets a lifeline, or the outermost of `bars` on it. */
  const edge = (id: string, isRight: boolean, bars: number) => {
    if (bars === 0) return columns.x(id);
    return columns.x(id) + (isRight ? barWidth / 2 + (bars - 1) * barStep : -barWidth / 2);
  };
  const barsOn = (id: string) => working.get(id)?.length ?? 0;

  function send(message: Message, next: SequenceEvent | undefined) {
    const { lines, width, height } = measured(message.text);
    const isOwn = message.from === message.to;
    const toRight = columns.x(message.to) >= columns.x(message.from);
    const begins = next?.kind === "activity" && next.starts && next.of === message.to ? 1 : 0;
    const from = edge(message.from, toRight, barsOn(message.from));
    const to = edge(message.to, isOwn || !toRight, barsOn(message.to) + begins);
    const first = y + height + 4;
    const points = isOwn
      ? [from, from + ownReach, from + ownReach, to].map((x, at) => ({ x, y: first + (at < 2 ? 0 : ownHeight) }))
      : [from, to].map((x) => ({ x, y: first }));
    const x = isOwn ? from + width / 2 + 6 : (from + to) / 2;
    const [before, tip] = points.slice(-2) as [Point, Point];
    reaches(Math.min(from, to, x - width / 2), Math.max(from, to, x + width / 2, isOwn ? from + ownReach : from));
    drawn.messages.push({
      points,
      head: message.head ? headAt(tip, before) : "",
      dotted: message.dotted,
      text: { lines, x, y: y + height / 2 },
    });
    line = tip.y;
    y = line + rowGap;
  }

  function work(of: string, starts: boolean) {
    const begun = working.get(of) ?? [];
    working.set(of, starts ? [...begun, line] : begun.slice(0, -1));
    const began = begun.at(-1);
    if (starts || began === undefined) return;
    const x = columns.x(of) - barWidth / 2 + (begun.length - 1) * barStep;
    drawn.bars.push({ x, y: began, width: barWidth, height: Math.max(line - began, shortestBar) });
  }

  function remark({ side, first, last, text }: Note) {
    const words = measured(text);
    const [low, high] = [columns.x(first), columns.x(last)].sort((a, b) => a - b) as [number, number];
    const over = side === "over" && high > low ? high - low + 4 * noteGap : 0;
    const width = Math.max(words.width + 2 * notePadding, over);
    const middle = (low + high) / 2 - width / 2;
    const x = { left: low - noteGap - width, right: low + noteGap, over: middle }[side];
    const height = words.height + 12;
    const place = { lines: words.lines, x: x + width / 2, y: y + height / 2 };
    drawn.notes.push({ x, y, width, height, text: place });
    reaches(x, x + width);
    y += height + rowGap;
  }

  function frame(event: Extract<SequenceEvent, { kind: "open" | "part" }>) {
    const { lines, height } = measured(event.text && `[${event.text}]`);
    const part = { y, text: { lines, x: 0, y: y + (frameRow - lineHeight + height) / 2 } };
    if (event.kind === "open") open.push({ word: event.word, begins: y, parts: [part], extent: nowhere() });
    else open.at(-1)?.parts.push(part);
    y += frameRow - lineHeight + height + 6;
  }

  function close() {
    const closed = open.pop();
    if (!closed) return;
    const { word, begins, parts, extent: inside } = closed;
    const isEmpty = inside.left > inside.right;
    const left = (isEmpty ? 0 : inside.left) - framePadding;
    const texts = Math.max(...parts.map(({ text }) => measured(text.lines.join("\n")).width));
    const label = left + frameWordWidth(word);
    const right = Math.max((isEmpty ? 0 : inside.right) + framePadding, label + texts + 2 * framePadding);
    const placed = parts.map((part) => ({ ...part, text: { ...part.text, x: (label + right) / 2 } }));
    // The outer ones first: they are drawn below.
    drawn.frames.unshift({ x: left, y: begins, width: right - left, height: y - begins, word, parts: placed });
    reaches(left, right);
    y += rowGap;
  }

  events.forEach((event, at) => {
    if (event.kind === "message") send(event, events[at + 1]);
    else if (event.kind === "note") remark(event);
    else if (event.kind === "activity") work(event.of, event.starts);
    else if (event.kind === "close") close();
    else frame(event);
  });
  return { drawn, ...extent, bottom: y };
}
