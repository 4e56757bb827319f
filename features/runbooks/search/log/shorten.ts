const longest = 400;
const before = 80;

/** A line cut to at most 400 characters around the words that matched in it, and where they are. */
export function shortened(line: string, words: ReadonlySet<string>): { text: string; marks: [number, number][] } {
  const trimmed = line.trim();
  const all = placesOf(trimmed, words);
  if (trimmed.length <= longest) return { text: trimmed, marks: all };
  const from = Math.max(0, Math.min((all[0]?.[0] ?? 0) - before, trimmed.length - longest + 2));
  const to = from + longest - 2;
  const lead = from > 0 ? "…" : "";
  const text = `${lead}${trimmed.slice(from, to)}${to < trimmed.length ? "…" : ""}`;
  const shift = lead.length - from;
  const marks = all.filter(([start, end]) => start >= from && end <= to);
  return { text, marks: marks.map(([start, end]): [number, number] => [start + shift, end + shift]) };
}

const goesOn = /[\p{Ll}\p{N}]/u;

function placesOf(line: string, words: ReadonlySet<string>): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length)) {
      const end = at + word.length;
      // A part of `connectTimeout` begins and ends at a hump.
      const begins = !goesOn.test(line[at - 1] ?? " ") || /\p{Lu}/u.test(word[0] ?? "");
      if (begins && !goesOn.test(line[end] ?? " ")) found.push([at, end]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start, end], at) => found.slice(0, at).every(([from, to]) => end <= from || start >= to));
}
