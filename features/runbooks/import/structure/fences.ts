import type { Code } from "mdast";
import { firstLine } from "../../pipeline/anchors";
import type { FencePiece } from "./proposal";

/**
 * Cuts a fence whose commands are set apart by blank lines and comments. None where a quote or a here-document goes over
 * a blank line, or where a piece would have no command.
 */
export function cutFence(code: Code, body: string): FencePiece[] {
  const start = code.position?.start.offset ?? 0;
  const end = code.position?.end.offset ?? 0;
  const raw = body.slice(start, end);
  const open = /^(`{3,}|~{3,})[^\n]*\n/.exec(raw);
  const mark = open?.[1] ?? "";
  if (!open || code.position?.start.column !== 1 || !raw.endsWith(`\n${mark}`) || raw.includes("<<")) return [];
  const first = open[0].length;
  const groups = groupsOf(raw.slice(first, raw.length - mark.length - 1), first);
  if (groups.length < 2 || groups.some(({ text }) => !isBalanced(text))) return [];
  return groups.map((group, index) => {
    const isFirst = index === 0;
    const isLast = index === groups.length - 1;
    const range = { start: isFirst ? start : start + group.start, end: isLast ? end : start + group.end };
    return { title: group.title, range, before: isFirst ? "" : open[0], after: isLast ? "" : `\n${mark}` };
  });
}

type Group = { title: string; text: string; start: number; end: number };
const comment = /^\s*(?:#|--)\s+(?:\d+[.)]\s*)?(\S.*)$/;

/** Stretches that begin with a comment and hold a command; what is only comment stays with the stretch before it. */
function groupsOf(content: string, offset: number): Group[] {
  const groups: Group[] = [];
  let at = 0;
  for (const text of content.split(/(\n[ \t]*\n+)/)) {
    const start = at;
    at += text.length;
    if (text.trim() === "") continue;
    const lines = text.split("\n");
    const title = comment.exec(lines[0] ?? "")?.[1];
    const runs = lines.some((line) => line.trim() !== "" && !comment.test(line) && !/^\s*#/.test(line));
    const last = groups.at(-1);
    if (last && (!title || !runs)) {
      last.end = offset + at;
      last.text += `\n\n${text}`;
    } else if (!title) return [];
    else groups.push({ title: firstLine(title), text, start: offset + start, end: offset + at });
  }
  return groups.some(runsNothing) ? [] : groups;
}

const runsNothing = ({ text }: Group) =>
  text.split("\n").every((line) => line.trim() === "" || /^\s*(#|--)/.test(line));

const isBalanced = (text: string) =>
  ["'", '"'].every((quote) => (text.replace(/\\./g, "").split(quote).length - 1) % 2 === 0) && !/\\\s*$/.test(text);
