import { ChangeSet, Text } from "@codemirror/state";

/** The one change that makes `text` of a document: all between the first and the last character that differ; null for none. */
export function differing(doc: Text, text: string): ChangeSet | null {
  const [old, lines] = [doc.toString(), text.split(/\r\n?|\n/)];
  const fresh = lines.join("\n");
  if (old === fresh) return null;
  const most = Math.min(old.length, fresh.length);
  let [from, end] = [0, 0];
  while (from < most && old[from] === fresh[from]) from += 1;
  while (end < most - from && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  const insert = Text.of(fresh.slice(from, fresh.length - end).split("\n"));
  return ChangeSet.of({ from, to: old.length - end, insert }, doc.length);
}

/**
 * What others made of an earlier text, as a change of the text as it is now: what was typed in between stays.
 * @param since what was changed since that text; null for nothing
 */
export function changeTo(told: Text, text: string, since: ChangeSet | null): ChangeSet | null {
  const change = differing(told, text);
  return change && since ? change.map(since) : change;
}
