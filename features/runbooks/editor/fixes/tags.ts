import { isElementName } from "../../element-names";
import { parentsOf } from "../../element-schema";
import { blocksOf } from "../structure/blocks";
import { attributeOf, type TagMark } from "../structure/marks";
import { type Edit, type Fix, type Fixer, type FixSource, fix, insert, isNear, suggested } from "./fix";
import { nameRange, partnerOf, removal, tagAt } from "./places";

function rename(source: FixSource, tag: TagMark, name: string): Fix {
  const both = [tag, partnerOf(source.marks, tag)].filter((one) => one !== null);
  return fix(
    "renameTag",
    both.map((one) => ({ ...nameRange(one), insert: name })),
    { name },
  );
}

/** A backslash before the tag, and before the one that closes it. */
function escaped(source: FixSource, at: number): Fix {
  const tag = tagAt(source, at);
  const partner = tag && partnerOf(source.marks, tag);
  return fix("escape", [insert(at, "\\"), ...(partner ? [insert(partner.from, "\\")] : [])], { sign: "<" });
}

/** In back-ticks: what a `<placeholder>` of a sentence mostly means. */
function asCode(source: FixSource, at: number): Fix[] {
  const tag = tagAt(source, at);
  if (!tag || partnerOf(source.marks, tag) || tag.attributes.length > 0) return [];
  return [fix("asCode", [insert(tag.from, "`"), insert(tag.to, "`")])];
}

export const unknownTag: Fixer = (problem, at, source) => {
  const tag = tagAt(source, at);
  if (!tag) return [escaped(source, at)];
  const renamed = suggested(problem).map((name) => ({ near: isNear(tag.name, name), fix: rename(source, tag, name) }));
  return [
    ...renamed.flatMap(({ near, fix }) => (near ? [fix] : [])),
    escaped(source, at),
    ...asCode(source, at),
    // Nothing like it: a `<placeholder>` is likelier.
    ...renamed.flatMap(({ near, fix }) => (near ? [] : [fix])),
  ];
};

export const dottedTag: Fixer = (problem, at, source) => {
  const tag = tagAt(source, at);
  return tag ? suggested(problem).map((name) => rename(source, tag, name)) : [];
};

export const forbiddenTag: Fixer = (_, at, source) => [escaped(source, at), ...asCode(source, at)];

export const fragment: Fixer = (_, at, { doc }) => {
  const end = doc.sliceString(at).indexOf("</>");
  const edits: Edit[] = [{ from: at, to: at + 2, insert: "" }];
  if (end > 0) edits.push({ from: at + end, to: at + end + 3, insert: "" });
  return [fix("removeTag", edits)];
};

const markdownFor: Record<string, string> = {
  b: "**",
  strong: "**",
  i: "_",
  em: "_",
  code: "`",
  tt: "`",
  del: "~~",
  s: "~~",
  strike: "~~",
};

/** HTML that Markdown has a way to write; else the tags go and what they hold stays. */
export const htmlTag: Fixer = (_, at, source) => {
  const tag = tagAt(source, at);
  if (!tag) return [];
  const partner = partnerOf(source.marks, tag);
  const sign = markdownFor[tag.name];
  const href = tag.name === "a" ? attributeOf(tag, "href") : null;
  const replaced = (opening: string, closing: string): Edit[] => [
    { from: tag.from, to: tag.to, insert: opening },
    ...(partner ? [{ from: partner.from, to: partner.to, insert: closing }] : []),
  ];
  const plain = [tag, ...(partner ? [partner] : [])].map(({ from, to }) => removal(source, from, to));
  if (sign && partner) return [fix("asMarkdown", replaced(sign, sign)), fix("removeTag", plain)];
  if (href && partner) return [fix("asMarkdown", replaced("[", `](${href})`)), fix("removeTag", plain)];
  return [fix("removeTag", plain), escaped(source, at)];
};

export const voidTag: Fixer = (_, at, source) => {
  const tag = tagAt(source, at);
  return tag?.form === "open" ? [fix("closeVoid", [insert(tag.to - 1, " /")], { tag: tag.name })] : [];
};

export const strayClosing: Fixer = (_, at, source) => {
  const tag = tagAt(source, at);
  return tag ? [fix("removeTag", [removal(source, tag.from, tag.to)])] : [];
};

/** Closes a tag where what it may hold ends; where it is closed already, in another paragraph, both get lines of their own. */
export const unclosedTag: Fixer = (_, at, source) => {
  const tag = tagAt(source, at);
  if (!tag) return [];
  const { doc } = source;
  const partner = partnerOf(source.marks, tag);
  const closing = `</${tag.name}>`;
  if (partner) return [fix("ownLines", [...lonely(source, tag), ...lonely(source, partner)])];
  const line = doc.lineAt(tag.to);
  if (!isElementName(tag.name) || doc.sliceString(tag.to, line.to).trim() !== "")
    return [fix("closeTag", [insert(paragraphEnd(source, tag.to), closing)], { tag: closing })];
  const end = endOf(source, tag);
  const before = doc.sliceString(Math.max(0, end - 2), end);
  const gap = before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  return [fix("closeTag", [insert(end, `${gap}${closing}\n${end < doc.length ? "\n" : ""}`)], { tag: closing })];
};

/** Blank lines on the sides of a tag that text stands on. */
function lonely({ doc }: FixSource, { from, to }: TagMark): Edit[] {
  const line = doc.lineAt(from);
  const last = doc.lineAt(to);
  const edits: Edit[] = [];
  if (doc.sliceString(line.from, from).trim() !== "") edits.push(insert(from, "\n\n"));
  if (doc.sliceString(to, last.to).trim() !== "") edits.push(insert(to, "\n\n"));
  return edits;
}

function paragraphEnd({ doc }: FixSource, at: number): number {
  let line = doc.lineAt(at);
  while (line.number < doc.lines && doc.line(line.number + 1).text.trim() !== "") line = doc.line(line.number + 1);
  return line.to;
}

/** Where an unclosed block ends: before the first tag that cannot stand in it, or where what is around it ends. */
function endOf({ doc, marks }: FixSource, tag: TagMark): number {
  const block = blocksOf(marks).all.find(({ open }) => open.from === tag.from);
  if (!block) return doc.length;
  const foreign = block.children.find(({ name }) => {
    const parents = isElementName(name) ? parentsOf[name] : null;
    return parents !== null && !(parents as readonly string[]).includes(tag.name);
  });
  const end = foreign?.from ?? block.to;
  return end >= doc.length ? doc.length : doc.lineAt(end).from;
}
