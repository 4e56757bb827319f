/**
 * Where a text holds what neither PostgreSQL nor UTF-8 can: NUL, or half of a surrogate pair (Unicode 16, D75).
 * @returns line and column from 1; null where every character can be kept
 */
export function unwritableAt(text: string): { line: number; column: number } | null {
  const at = text.search(/\0|\p{Cs}/u);
  if (at < 0) return null;
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
