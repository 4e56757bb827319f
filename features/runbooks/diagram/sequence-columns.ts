import { measured } from "./measure";
import type { Sequence, SequenceEvent } from "./sequence";

/** Pixels between two boxes, and beside a text that stands between two lifelines. */
const between = 24;
const beside = 14;
const padding = 14;
const narrowest = 64;
/** Pixels that a message to oneself takes to the right of its lifeline, and that a note keeps from its own. */
export const ownReach = 32;
export const noteGap = 10;
export const notePadding = 10;

/** Where each participant stands: the middle of its lifeline, and the width of its box, in pixels. */
export type Columns = { x: (id: string) => number; width: (id: string) => number; order: (id: string) => number };

/** Places participants side by side, as far apart as what is said between them is wide. */
export function columnsOf({ participants, events }: Sequence): Columns {
  const people = [...participants.values()];
  const orders = new Map(people.map(({ id }, index) => [id, index]));
  const widths = people.map(({ label }) => Math.max(narrowest, measured(label).width + 2 * padding));
  const order = (id: string) => orders.get(id) ?? 0;
  const gaps = widths.slice(1).map((width, index) => (width + (widths[index] ?? 0)) / 2 + between);
  // The nearest first: what spans more of them takes the room that they have made.
  const needs = events.flatMap((event) => needsOf(event, order)).sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const { from, to, room } of needs) {
    const has = gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0);
    const more = (room - has) / (to - from);
    for (let at = from; more > 0 && at < to; at += 1) gaps[at] = (gaps[at] ?? 0) + more;
  }
  const places = [0];
  for (const gap of gaps) places.push(Math.round((places.at(-1) ?? 0) + gap));
  return { order, x: (id) => places[order(id)] ?? 0, width: (id) => widths[order(id)] ?? narrowest };
}

type Need = { from: number; to: number; room: number };

/** The room that an event needs between two lifelines; what reaches beyond the last one needs none. */
function needsOf(event: SequenceEvent, order: (id: string) => number): Need[] {
  if (event.kind === "message") {
    const { width } = measured(event.text);
    const [from = 0, to = 0] = [order(event.from), order(event.to)].sort((a, b) => a - b);
    return from === to
      ? [{ from, to: to + 1, room: Math.max(width, ownReach) + 2 * beside }]
      : [{ from, to, room: width + 2 * beside }];
  }
  if (event.kind !== "note") return [];
  const width = measured(event.text).width + 2 * notePadding;
  const [first = 0, last = 0] = [order(event.first), order(event.last)].sort((a, b) => a - b);
  if (event.side === "right") return [{ from: last, to: last + 1, room: width + 2 * noteGap }];
  if (event.side === "left") return first === 0 ? [] : [{ from: first - 1, to: first, room: width + 2 * noteGap }];
  const half = width / 2 + noteGap;
  if (first === last)
    return [
      ...(first === 0 ? [] : [{ from: first - 1, to: first, room: half }]),
      { from: last, to: last + 1, room: half },
    ];
  return [{ from: first, to: last, room: width - 4 * noteGap }];
}
