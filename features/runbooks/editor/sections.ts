import { rangeOf } from "../matter/matter-source";

/** A part of a text that has a name: lines count from 1, `end` is its last. */
export type Section = { kind: "matter" | "block" | "heading"; id: string; title: string; line: number; end: number };

const opening = /<(Procedure|Step|Decision|Checklist|Triage)\b([^>]*)/g;
const closing = /<\/(Procedure|Step|Decision|Checklist|Triage)>/g;
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
const writtenValue = (tag: string, name: string) => attribute(tag, name)?.[1] ?? attribute(tag, name)?.[2] ?? "";

/**
 * The named parts of a text that is being written, which may be broken anywhere: found by their tags and headings alone, outside
 * of fences. A part that is not closed goes on to the end.
 */
export function sectionsOf(text: string): Section[] {
  const lines = text.split("\n");
  const found: Section[] = [];
  const open: { name: string; section: Section }[] = [];
  const range = rangeOf(text);
  const matterEnd = range ? text.slice(0, range.end).split("\n").length : 0;
  if (matterEnd > 0) found.push({ kind: "matter", id: "", title: "", line: 1, end: matterEnd });
  let fence: string | null = null;
  for (let index = matterEnd; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === null || (mark.startsWith(fence) && line.trim() === mark)))
      fence = fence === null ? mark : null;
    if (fence !== null || mark) continue;
    const heading = open.length === 0 && /^#{2,3}\s+(.+?)\s*#*\s*$/.exec(line);
    if (heading) {
      endHeading(found, index);
      found.push({ kind: "heading", id: "", title: heading[1] ?? "", line: index + 1, end: lines.length });
    }
    for (const match of line.matchAll(opening)) {
      const tag = line.includes(">")
        ? (match[2] ?? "")
        : (lines
            .slice(index, index + 8)
            .join(" ")
            .split(">")[0] ?? "");
      const id = writtenValue(tag, "id");
      const title = writtenValue(tag, "title") || writtenValue(tag, "question") || id;
      const section: Section = { kind: "block", id, title, line: index + 1, end: lines.length };
      found.push(section);
      open.push({ name: match[1] ?? "", section });
    }
    for (const match of line.matchAll(closing)) {
      const at = open.findLastIndex(({ name }) => name === match[1]);
      const [closed] = at < 0 ? [] : open.splice(at);
      if (closed) closed.section.end = index + 1;
    }
  }
  return found;
}

function endHeading(found: Section[], end: number): void {
  const last = found.findLast(({ kind }) => kind === "heading");
  if (last && last.end > end) last.end = end;
}

/** The innermost part that a line is in; null outside of all. */
export const sectionAt = (sections: Section[], line: number): Section | null =>
  sections.findLast((section) => section.line <= line && line <= section.end) ?? null;
