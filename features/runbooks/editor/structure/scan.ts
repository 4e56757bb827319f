import type { Text } from "@codemirror/state";
import type { Mark } from "./marks";
import { readTag } from "./tag";

const fenceStart = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)[ \t]*(.*)$/;
const headingLine = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const piece = /\\.|(`+)(?!`)|\{\/\*|<(?=\/?[A-Za-z])/g;

/** Lines that the attributes of one tag may take. */
export const longestTag = 40;

/**
 * What a text is made of, read line by line and forgiving: what is half written is left out, and nothing throws.
 * @param from the line to begin at, which no mark before it reaches into
 * @param known tells at the beginning of a line, outside of all marks, that the rest is known already
 */
export function scan(doc: Text, from = 1, known: (offset: number) => boolean = () => false): Mark[] {
  const marks: Mark[] = [];
  let number = from;
  while (number <= doc.lines) {
    const line = doc.line(number);
    if (known(line.from)) break;
    const found = number === 1 ? (frontMatter(doc) ?? fence(doc, number)) : fence(doc, number);
    if (found) {
      marks.push(found);
      number = doc.lineAt(found.to).number + 1;
      continue;
    }
    const heading = headingLine.exec(line.text);
    if (heading) {
      const [, signs = "", title = ""] = heading;
      marks.push({ kind: "heading", from: line.from, to: line.to, depth: signs.length, title });
    } else if (line.text.includes("<") || line.text.includes("{/*")) {
      number = prose(doc, number, marks) + 1;
      continue;
    }
    number += 1;
  }
  return marks;
}

function frontMatter(doc: Text): Mark | null {
  if (doc.line(1).text !== "---") return null;
  for (let number = 2; number <= doc.lines; number++) {
    const { text, to } = doc.line(number);
    if (text === "---") return { kind: "frontMatter", from: 0, to, closed: true };
  }
  return { kind: "frontMatter", from: 0, to: doc.length, closed: false };
}

function fence(doc: Text, number: number): Mark | null {
  const first = doc.line(number);
  if (!first.text.includes("```") && !first.text.includes("~~~")) return null;
  const opening = fenceStart.exec(first.text);
  if (!opening) return null;
  const [, run = "", lang = "", meta = ""] = opening;
  const { from } = first;
  const bodyFrom = Math.min(first.to + 1, doc.length) - from;
  for (let at = number + 1; at <= doc.lines; at++) {
    const line = doc.line(at);
    const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line.text)?.[1];
    if (closing?.startsWith(run))
      return { kind: "fence", from, to: line.to, lang, meta, bodyFrom, bodyTo: line.from - from };
  }
  return { kind: "fence", from, to: doc.length, lang, meta, bodyFrom, bodyTo: doc.length - from };
}

/** Tags and comments that begin in a line. @returns the last line that they reach into */
function prose(doc: Text, number: number, marks: Mark[]): number {
  let line = doc.line(number);
  piece.lastIndex = 0;
  for (let found = piece.exec(line.text); found; found = piece.exec(line.text)) {
    const after = piece.lastIndex;
    if (found[1]) {
      const end = closingTicks(line.text, found[1], after);
      piece.lastIndex = end ?? after;
    } else if (found[0] === "{/*") {
      const from = line.from + found.index;
      const end = commentEnd(doc, line.number, after);
      marks.push({ kind: "comment", from, to: end.offset });
      line = doc.lineAt(end.offset);
      piece.lastIndex = end.offset - line.from;
    } else if (found[0] === "<") {
      const tag = readTag(line.text, found.index, line.from) ?? longTag(doc, line.number, found.index);
      if (!tag) continue;
      marks.push(tag);
      line = doc.lineAt(tag.to);
      piece.lastIndex = tag.to - line.from;
    }
  }
  return line.number;
}

function closingTicks(text: string, run: string, after: number): number | null {
  const at = text.slice(after).search(new RegExp(`(?<!\`)${run}(?!\`)`));
  return at < 0 ? null : after + at + run.length;
}

function commentEnd(doc: Text, number: number, after: number): { offset: number } {
  for (let at = number, from = after; at <= doc.lines; at++, from = 0) {
    const line = doc.line(at);
    const end = line.text.indexOf("*/}", from);
    if (end >= 0) return { offset: line.from + end + 3 };
  }
  return { offset: doc.length };
}

/** A tag whose attributes go on in the lines below, up to a blank one. */
function longTag(doc: Text, number: number, at: number) {
  const first = doc.line(number);
  let text = first.text;
  for (let next = number + 1; next <= Math.min(doc.lines, number + longestTag); next++) {
    const line = doc.line(next);
    if (line.text.trim() === "" || line.text.startsWith("<")) return null;
    text += `\n${line.text}`;
    const tag = readTag(text, at, first.from);
    if (tag) return tag;
  }
  return null;
}
