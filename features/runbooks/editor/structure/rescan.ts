import type { ChangeDesc, Text } from "@codemirror/state";
import type { Mark } from "./marks";
import { longestTag, scan } from "./scan";

/** The marks of a text after a change, made of those before it: only the lines around the change are read again. */
export function rescan(old: Mark[], doc: Text, changes: ChangeDesc): Mark[] {
  let [first, lastOld, lastNew] = [doc.length, 0, 0];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    first = Math.min(first, fromA, fromB);
    lastOld = Math.max(lastOld, toA);
    lastNew = Math.max(lastNew, toB);
  });
  if (lastNew === 0 && lastOld === 0 && first === doc.length) return old;
  const shift = lastNew - lastOld;
  let start = paragraph(doc, first);
  let kept = firstReaching(old, start);
  // A mark that reaches over the first line is read again from its own beginning.
  for (let mark = old[kept]; mark && mark.from < start; mark = old[kept]) {
    start = doc.lineAt(mark.from).from;
    kept = firstReaching(old, start);
  }
  let next = kept;
  const known = (offset: number) => {
    // A line right behind the change may have been the end of another one.
    if (offset <= lastNew) return false;
    while (next < old.length && (old[next]?.to ?? 0) + shift < offset) next += 1;
    const mark = old[next];
    if (mark && mark.from + shift < offset) return false;
    return true;
  };
  let resumed = false;
  const fresh = scan(doc, doc.lineAt(start).number, (offset) => {
    resumed = known(offset);
    return resumed;
  });
  const rest = resumed ? old.slice(next).map((mark) => moved(mark, shift)) : [];
  return [...old.slice(0, kept), ...fresh, ...rest];
}

const moved = (mark: Mark, by: number): Mark => (by === 0 ? mark : { ...mark, from: mark.from + by, to: mark.to + by });

/** Where the lines begin that a tag still being written may have begun in. */
function paragraph(doc: Text, offset: number): number {
  let line = doc.lineAt(Math.min(offset, doc.length));
  for (let n = 0; n < longestTag && line.number > 1; n++) {
    const above = doc.line(line.number - 1);
    if (above.text.trim() === "") break;
    line = above;
  }
  return line.from;
}

/** Index of the first mark that ends at an offset or later. */
function firstReaching(marks: Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.to ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
