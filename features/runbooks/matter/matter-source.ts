import { type Document, parseDocument } from "yaml";

/** Where the front matter's YAML lies in a text: offsets between its two marks. */
export type MatterRange = { start: number; end: number; eol: "\n" | "\r\n" };

/** Null where a text has none, or it is not closed. A mark is a line of exactly `---` (FORMAT.md). */
export function rangeOf(text: string): MatterRange | null {
  const open = /^\uFEFF?---(\r\n|\n)/.exec(text);
  if (!open) return null;
  const start = open[0].length;
  for (let at = start; ; ) {
    const feed = text.indexOf("\n", at);
    const line = text.slice(at, feed < 0 ? text.length : feed);
    if (line.replace(/\r$/, "") === "---") return { start, end: at, eol: open[1] === "\r\n" ? "\r\n" : "\n" };
    if (feed < 0) return null;
    at = feed + 1;
  }
}

/** As the gate reads it, with what each node was written as. */
export const parseMatter = (yaml: string): Document.Parsed =>
  parseDocument(yaml, {
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
    version: "1.2",
    keepSourceTokens: true,
  });

/** A document's value; null where it holds anchors and aliases, which runbooks may not. */
export function plainValue(document: Document.Parsed): { value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch {
    return null;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values of YAML say the same; the order of keys says nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
    );
  }
  return Object.is(one, other);
}
