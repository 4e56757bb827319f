import type { AttributeMark, TagMark } from "./marks";

const nameAt = /[A-Za-z][\w.:-]*/y;
const attributeAt = /([A-Za-z_][\w.:-]*)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|\{[^{}]*\}))?|\{[^{}]*\}/y;
const spaceAt = /\s*/y;

/**
 * Reads the tag that begins at an offset of a text.
 * @param base what is added to its offsets
 * @returns null when no complete tag begins there
 */
export function readTag(text: string, at: number, base: number): TagMark | null {
  if (text[at] !== "<") return null;
  const closing = text[at + 1] === "/";
  nameAt.lastIndex = at + (closing ? 2 : 1);
  const name = nameAt.exec(text)?.[0];
  if (!name) return null;
  let offset = nameAt.lastIndex;
  const attributes: AttributeMark[] = [];
  for (;;) {
    spaceAt.lastIndex = offset;
    offset += spaceAt.exec(text)?.[0].length ?? 0;
    const isVoid = text.startsWith("/>", offset);
    if (isVoid || text[offset] === ">") {
      const to = offset + (isVoid ? 2 : 1);
      const form = closing ? "close" : isVoid ? "void" : "open";
      return { kind: "tag", from: base + at, to: base + to, name, form, attributes };
    }
    attributeAt.lastIndex = offset;
    const found = attributeAt.exec(text);
    if (!found) return null;
    offset = attributeAt.lastIndex;
    const value = found[3] ?? found[4] ?? null;
    if (found[1]) attributes.push({ name: found[1], from: found.index - at, to: offset - at, value });
  }
}
