import { hasControl } from "./plain-word";

/** Whether `at` stands inside a string of that mark; a doubled mark is an escaped one. */
function inside(text: string, at: number, mark: '"' | "'"): boolean {
  return (text.slice(0, at).split(mark).length - 1) % 2 === 1;
}

const doubled = (value: string, mark: string) => value.replaceAll(mark, mark + mark);
const isName = (value: string) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(value) || /^-?\d+(?:\.\d+)?$/.test(value);

/**
 * For a statement of SQL: names and numbers as they are, everything else as a string.
 * @param postgres whether a back-slash is known to be itself in a string; MySQL reads it as an escape
 */
export function quoteForSql(text: string, at: number, value: string, postgres: boolean): string | null {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const commented = /--[^'"]*$/.test(line) || text.lastIndexOf("/*", at) > text.lastIndexOf("*/", at);
  if (commented) return hasControl(value) || value.includes("*/") ? null : value;
  const string = inside(text, at, "'");
  if (!string && inside(text, at, '"')) return value.includes("\\") ? null : doubled(value, '"');
  if (!string && isName(value)) return value;
  const open = string ? text.lastIndexOf("'", at - 1) : -1;
  const escapes = !postgres || (open > 0 && /(?:^|[^\w])[eE]$/.test(text.slice(0, open)));
  if (value.includes("\\") && escapes) return null;
  return string ? doubled(value, "'") : `'${doubled(value, "'")}'`;
}

/** For `redis-cli`, whose strings end an argument (its sdssplitargs). */
export function quoteForRedis(text: string, at: number, end: number, value: string): string | null {
  if (inside(text, at, '"')) return escaped(value);
  if (inside(text, at, "'")) return /[\\\p{Cc}]/u.test(value) ? null : value.replaceAll("'", "\\'");
  if (isWord(value)) return value;
  const ends = /\s/.test(text[end] ?? " ");
  return ends ? `"${escaped(value)}"` : null;
}

/** For PromQL, which knows Go's escapes in both kinds of quotes. */
export function quoteForPromQl(text: string, at: number, value: string): string {
  if (inside(text, at, '"')) return escaped(value);
  if (inside(text, at, "'")) return escaped(value, "'");
  return isWord(value) ? value : `"${escaped(value)}"`;
}

const isWord = (value: string) => /^[\p{L}\p{N}_@%+:./][\p{L}\p{N}_@%+:./-]*$/u.test(value);
const named: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escaped = (value: string, mark = '"') =>
  value
    .replaceAll("\\", "\\\\")
    .replaceAll(mark, `\\${mark}`)
    .replace(
      /[^\P{Cc}\u0080-\u009f]/gu,
      (char) => named[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`,
    );
