import { Tag, tags } from "@lezer/highlight";
import type { BlockContext, Element, InlineContext, Line, MarkdownConfig } from "@lezer/markdown";
import type { TagMark } from "../structure/marks";
import { longestTag } from "../structure/scan";
import { readTag } from "../structure/tag";

/** What changes something, or cannot be taken back. */
export const dangerTag = Tag.define(tags.attributeName);

type Context = Pick<InlineContext, "elt"> | Pick<BlockContext, "elt">;

/** The node of a tag, with its name and attributes told apart. */
function element(cx: Context, tag: TagMark, type: string): Element {
  const { from, to, name, form, attributes } = tag;
  const start = from + (form === "close" ? 2 : 1);
  const parts = attributes.flatMap((attribute) => {
    const end = from + attribute.from + attribute.name.length;
    const dangers = attribute.name === "irreversible" || (attribute.name === "kind" && attribute.value === "change");
    return [
      cx.elt(dangers ? "MdxDanger" : "MdxAttribute", from + attribute.from, end),
      ...(from + attribute.to > end ? [cx.elt(dangers ? "MdxDanger" : "MdxValue", end, from + attribute.to)] : []),
    ];
  });
  const children = [cx.elt("MdxBracket", from, start), cx.elt("MdxName", start, start + name.length), ...parts];
  return cx.elt(type, from, to, [...children, cx.elt("MdxBracket", to - (form === "void" ? 2 : 1), to)]);
}

/** The tags of a line that holds nothing else; null for any other. */
function tagsAlone(line: Line): TagMark[] | null {
  if (line.next !== 60 || !beginsTag.test(line.text.slice(line.pos))) return null;
  const found: TagMark[] = [];
  for (let at = line.pos; at < line.text.length; ) {
    const tag = readTag(line.text, at, 0);
    if (!tag) return null;
    found.push(tag);
    at = tag.to + (/^[ \t]*/.exec(line.text.slice(tag.to))?.[0].length ?? 0);
  }
  return found;
}

const beginsTag = /^<\/?[A-Z]/;
const goesOn = /^\s*(?:[\w-]+=["'{]|\/?>\s*$)/;

/** Whether a tag begins here whose attributes go on in the next line. */
const isLong = (cx: BlockContext, line: Line) =>
  line.next === 60 && beginsTag.test(line.text.slice(line.pos)) && !tagsAlone(line) && goesOn.test(cx.peekLine());

/** Reads such a tag to its end, or to where it is broken off. */
function longTag(cx: BlockContext, line: Line): Element {
  const start = cx.lineStart + line.pos;
  let text = line.text.slice(line.pos);
  for (let n = 0; n < longestTag && cx.nextLine() && line.text.trim() !== ""; n++) {
    text += `\n${line.text}`;
    const tag = readTag(text, 0, start);
    if (!tag) continue;
    cx.nextLine();
    return cx.elt("MdxTags", start, tag.to, [element(cx, tag, "MdxTag")]);
  }
  return cx.elt("MdxTags", start, start + text.length);
}

export const mdxTags: MarkdownConfig = {
  // MDX knows neither raw HTML nor code by indentation.
  remove: ["HTMLBlock", "HTMLTag", "IndentedCode"],
  defineNodes: [
    { name: "MdxTags", block: true },
    { name: "MdxTag" },
    { name: "MdxBracket", style: tags.angleBracket },
    { name: "MdxName", style: tags.tagName },
    { name: "MdxAttribute", style: tags.attributeName },
    { name: "MdxValue", style: tags.attributeValue },
    { name: "MdxDanger", style: dangerTag },
    { name: "MdxComment", style: tags.comment },
  ],
  parseBlock: [
    {
      name: "MdxTags",
      before: "Blockquote",
      parse(cx, line) {
        if (isLong(cx, line)) {
          cx.addElement(longTag(cx, line));
          return true;
        }
        const alone = tagsAlone(line);
        if (!alone) return false;
        const from = cx.lineStart;
        const children = alone.map((tag) => element(cx, shifted(tag, from), "MdxTag"));
        cx.addElement(cx.elt("MdxTags", from + line.pos, from + line.text.length, children));
        cx.nextLine();
        return true;
      },
      endLeaf: (cx, line) => tagsAlone(line) !== null || isLong(cx, line),
    },
  ],
  parseInline: [
    {
      name: "MdxTag",
      before: "Emphasis",
      parse(cx, next, at) {
        if (next !== 60) return -1;
        const tag = readTag(cx.slice(at, Math.min(cx.end, at + 2_000)), 0, at);
        return tag ? cx.addElement(element(cx, tag, "MdxTag")) : -1;
      },
    },
    {
      name: "MdxComment",
      before: "Emphasis",
      parse(cx, next, at) {
        if (next !== 123 || cx.slice(at, Math.min(cx.end, at + 3)) !== "{/*") return -1;
        const end = cx.slice(at, cx.end).indexOf("*/}");
        return end < 0 ? -1 : cx.addElement(cx.elt("MdxComment", at, at + end + 3));
      },
    },
  ],
};

const shifted = (tag: TagMark, by: number): TagMark => ({ ...tag, from: tag.from + by, to: tag.to + by });
