import { parseDocument } from "yaml";

/** The title that a text's front matter gives it, also while the rest of it is broken; else `fallback`. */
export function titleOf(text: string, fallback: string): string {
  const line = /^---\r?\n(?:[^\n]*\n)*?(title:[^\n]*)/.exec(text.slice(0, 20_000))?.[1];
  const title: unknown = line ? parseDocument(line).get("title") : null;
  return typeof title === "string" && title.trim() ? title : fallback;
}
