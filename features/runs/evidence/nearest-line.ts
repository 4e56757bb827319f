/** Words that a pattern spells out, the longest first. Escapes and classes are no words. */
const wordsOf = (pattern: string): string[] =>
  pattern
    .replace(/\\[a-zA-Z]|\[[^\]]*\]|\(\?[a-zA-Z:]*/g, " ")
    .split(/[^\p{L}\p{N}_-]+/u)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 6);

/**
 * The line of a text that comes closest to a pattern which was not found: the one with most of the words that the pattern spells
 * out. Where the answer was wrong, that is the answer.
 * @returns [from, to) in UTF-16 units, or null when no word of it is there
 */
export function nearestLine(pattern: string, text: string): [number, number] | null {
  const words = wordsOf(pattern).map((word) => word.toLowerCase());
  const lower = text.toLowerCase();
  // A few letters change their length when lowered (İ); then places in one text are none in the other.
  if (lower.length !== text.length) return null;
  let best: { from: number; to: number; count: number } | null = null;
  for (const word of words) {
    const at = lower.lastIndexOf(word);
    if (at < 0) continue;
    const from = lower.lastIndexOf("\n", at) + 1;
    const end = lower.indexOf("\n", at);
    const to = end < 0 ? text.length : end;
    const line = lower.slice(from, to);
    const count = words.filter((one) => line.includes(one)).length;
    if (best === null || count > best.count) best = { from, to, count };
  }
  return best && [best.from, best.to];
}
