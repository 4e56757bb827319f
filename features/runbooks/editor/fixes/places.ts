import type { AttributeMark, Mark, TagMark } from "../structure/marks";
import { readTag } from "../structure/tag";
import { type Edit, type FixSource, remove } from "./fix";

/** The tag that begins at an offset, or that the offset is in. */
export function tagAt({ doc, marks }: FixSource, at: number): TagMark | null {
  const known = marks.find((mark): mark is TagMark => mark.kind === "tag" && mark.from <= at && at < mark.to);
  return known ?? readTag(doc.sliceString(at, at + 4_000), 0, at);
}

export function attributeAt(source: FixSource, at: number): { tag: TagMark; attribute: AttributeMark } | null {
  const tag = tagAt(source, at);
  const attribute = tag?.attributes.find(({ from, to }) => tag.from + from <= at && at < tag.from + to);
  return tag && attribute ? { tag, attribute } : null;
}

/** The tag that closes an opening one; null when none does. */
export function partnerOf(marks: Mark[], tag: TagMark): TagMark | null {
  if (tag.form !== "open") return null;
  let depth = 0;
  for (const mark of marks) {
    if (mark.kind !== "tag" || mark.from < tag.from || mark.name !== tag.name) continue;
    if (mark.form === "open") depth += 1;
    if (mark.form === "close") depth -= 1;
    if (depth === 0 && mark.form === "close") return mark;
  }
  return null;
}

/** Where the name of a tag stands. */
export const nameRange = ({ from, form, name }: TagMark) => {
  const start = from + (form === "close" ? 2 : 1);
  return { from: start, to: start + name.length };
};

/** Removes a range, and its whole line where nothing else stands on it. */
export function removal({ doc }: FixSource, from: number, to: number): Edit {
  const [first, last] = [doc.lineAt(from), doc.lineAt(to)];
  const alone = doc.sliceString(first.from, from).trim() === "" && doc.sliceString(to, last.to).trim() === "";
  return alone ? remove(first.from, Math.min(last.to + 1, doc.length)) : remove(from, to);
}

/** The offset behind the brace that closes the one at an offset; null when none does. */
export function closingBrace({ doc }: FixSource, at: number): number | null {
  const text = doc.sliceString(at, at + 10_000);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "{") depth += 1;
    if (text[i] === "}" && --depth === 0) return at + i + 1;
  }
  return null;
}

/** Every id that the text declares. */
export function idsOf({ marks }: Pick<FixSource, "marks">): string[] {
  return marks.flatMap((mark) =>
    mark.kind === "tag" ? mark.attributes.flatMap(({ name, value }) => (name === "id" && value ? [value] : [])) : [],
  );
}
