import { StateField } from "@codemirror/state";
import type { Mark } from "./marks";
import { rescan } from "./rescan";
import { scan } from "./scan";

/** The shape of the text, kept up with each change by reading again only the lines around it. */
export const structureField = StateField.define<Mark[]>({
  create: ({ doc }) => scan(doc),
  update: (marks, { docChanged, newDoc, changes }) => (docChanged ? rescan(marks, newDoc, changes.desc) : marks),
});

/** The marks that reach into a range. */
export function marksIn(marks: Mark[], from: number, to: number): Mark[] {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.to ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let mark = marks[low]; mark && mark.from <= to; mark = marks[++low]) found.push(mark);
  return found;
}
