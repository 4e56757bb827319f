/** A replacement of `[start, end)` of a text; an insertion where both are equal. */
export type Edit = { start: number; end: number; text: string };

/** The edits by place; of two that overlap the first one counts. */
function inOrder(edits: Edit[]): Edit[] {
  let at = 0;
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      if (start < at) return false;
      at = end;
      return true;
    });
}

/** The text with its edits; everything between them stays byte for byte. */
export function applyEdits(text: string, edits: Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where a place of the edited text stood before: the start of an edit for what the edit wrote. */
export function originOf(edits: Edit[], offset: number): number {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    const start = edit.start + shift;
    if (offset < start) break;
    if (offset < start + edit.text.length) return edit.start;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset - shift;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
