import { type Fix, type Fixer, type FixSource, fix, insert } from "./fix";
import { closingBrace } from "./places";

function braces(source: FixSource, at: number): Fix[] {
  const end = closingBrace(source, at);
  const line = source.doc.lineAt(at);
  const within = end !== null && end <= line.to;
  const escaped = fix("escape", [insert(at, "\\"), ...(within ? [insert(end - 1, "\\")] : [])], { sign: "{" });
  // In back-ticks a line of its own would no longer be one: only what stands in a line can be code.
  return within ? [escaped, fix("asCode", [insert(at, "`"), insert(end, "`")])] : [escaped];
}

export const brace: Fixer = (_, at, source) => (source.doc.sliceString(at, at + 1) === "{" ? braces(source, at) : []);

export const angle: Fixer = (_, at, { doc }) =>
  doc.sliceString(at, at + 1) === "<" ? [fix("escape", [insert(at, "\\")], { sign: "<" })] : [];

export const autolink: Fixer = (_, at, { doc }) => {
  const link = /^<([^\s<>]+)>/.exec(doc.sliceString(at, at + 2_000))?.[1];
  if (!link) return [];
  const address = link.includes(":") ? link : `mailto:${link}`;
  return [fix("asLink", [{ from: at, to: at + link.length + 2, insert: `[${link}](${address})` }])];
};

export const htmlComment: Fixer = (_, at, { doc }) => {
  const text = doc.sliceString(at, at + 20_000);
  const end = text.indexOf("-->");
  if (!text.startsWith("<!--") || end < 0) return [fix("escape", [insert(at, "\\")], { sign: "<" })];
  const held = text.slice(4, end).replaceAll("*/", "* /").trim();
  return [fix("asComment", [{ from: at, to: at + end + 3, insert: `{/* ${held} */}` }])];
};

/** A line of code among the prose, with what follows it up to a blank line. */
export const code: Fixer = (_, at, { doc }) => {
  const first = doc.lineAt(at);
  let last = first;
  while (last.number < doc.lines && doc.line(last.number + 1).text.trim() !== "") last = doc.line(last.number + 1);
  const text = doc.sliceString(first.from, last.to);
  return [
    fix("removeLines", [{ from: first.from, to: Math.min(last.to + 1, doc.length), insert: "" }]),
    fix("asFence", [{ from: first.from, to: last.to, insert: `\`\`\`js\n${text}\n\`\`\`` }]),
  ];
};
