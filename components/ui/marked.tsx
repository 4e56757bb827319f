/** A text with its matches marked. `matches`: start and end of each, in UTF-16 units, in order. */
export function Marked({ text, matches }: { text: string; matches: [number, number][] }) {
  let at = 0;
  const parts: React.ReactNode[] = [];
  for (const [start, end] of matches) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
