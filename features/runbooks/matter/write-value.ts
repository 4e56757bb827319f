import { parse, type Scalar } from "yaml";
import { isRecord } from "./matter-source";

const plainWord = /^[\p{L}\p{N}_/.][\p{L}\p{N} _/.@+-]*$/u;

/** Whether a text may stand without quotes, also inside `[ ]` and `{ }`, and is read back as itself. */
function isPlain(text: string): boolean {
  if (text.length > 500 || text.endsWith(" ") || !plainWord.test(text)) return false;
  return parse(text) === text;
}

/**
 * A scalar as YAML on one line, in the way that the one in its place is written where that can hold it.
 * JSON's strings are double-quoted scalars of YAML 1.2.
 */
export function writeScalar(value: unknown, style?: Scalar.Type): string {
  if (typeof value !== "string") return value === null || value === undefined ? "null" : String(value);
  if (style === "QUOTE_SINGLE" && !/\p{Cc}|\p{Cs}/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return style !== "QUOTE_DOUBLE" && style !== "QUOTE_SINGLE" && isPlain(value) ? value : JSON.stringify(value);
}

/** Any value as YAML on one line: `[docker, postgres]`, `{ name: API_URL }`. */
export function writeInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInline).join(", ")}]`;
  if (!isRecord(value)) return writeScalar(value);
  const entries = Object.entries(value).map(([key, inner]) => `${writeScalar(key)}: ${writeInline(inner)}`);
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

const isWord = (value: unknown) => typeof value === "string" && isPlain(value);

/** What follows `key:`. Lists of plain words stand on its line, others with an item a line. */
export function writeAfterKey(value: unknown, eol: string): string {
  if (!Array.isArray(value) || value.length === 0 || value.every(isWord)) return ` ${writeInline(value)}`;
  return value.map((item) => `${eol}  - ${writeInline(item)}`).join("");
}
