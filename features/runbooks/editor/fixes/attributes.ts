import { idFrom, idPool } from "../../pipeline/slug";
import { authorWords } from "../author-words";
import { formatDuration } from "../duration-words";
import { nearest } from "../nearest";
import { attributeOf, hasAttribute, type TagMark } from "../structure/marks";
import { type Fix, type Fixer, type FixSource, fix, insert, isNear, suggested } from "./fix";
import { attributeAt, closingBrace, idsOf, nameRange, tagAt } from "./places";

const quoted = (text: string) => `"${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;

/** An attribute with the space before it. */
function removeAttribute({ doc }: FixSource, from: number, to: number, attribute: string): Fix {
  let start = from;
  while (start > 0 && /\s/.test(doc.sliceString(start - 1, start))) start -= 1;
  return fix("removeAttribute", [{ from: start, to, insert: "" }], { attribute });
}

export const unknownAttribute: Fixer = (problem, at, source) => {
  const found = attributeAt(source, at);
  if (!found) return [];
  const { tag, attribute } = found;
  const from = tag.from + attribute.from;
  const renamed = suggested(problem)
    .filter((name) => !hasAttribute(tag, name) && isNear(attribute.name, name))
    .map((name) => fix("renameAttribute", [{ from, to: from + attribute.name.length, insert: name }], { name }));
  return [...renamed, removeAttribute(source, from, tag.from + attribute.to, attribute.name)];
};

export const uselessAttribute: Fixer = (_, at, source) => {
  const found = attributeAt(source, at);
  if (!found) return [];
  const { tag, attribute } = found;
  return [removeAttribute(source, tag.from + attribute.from, tag.from + attribute.to, attribute.name)];
};

export const spread: Fixer = (_, at, source) => {
  const end = closingBrace(source, at);
  return end === null ? [] : [removeAttribute(source, at, end, "{…}")];
};

/** `id={"x"}` says `id="x"`. */
export const expressionAttribute: Fixer = (problem, at, source) => {
  const { doc } = source;
  const { attribute = "" } = problem.values;
  const open = at + doc.sliceString(at, at + 300).indexOf("{");
  const end = open < at ? null : closingBrace(source, open);
  if (end === null) return [];
  const held = doc
    .sliceString(open + 1, end - 1)
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/, "$2");
  const text = attribute === "irreversible" && held === "true" ? attribute : `${attribute}=${quoted(held)}`;
  return [fix("asText", [{ from: at, to: end, insert: text }], { text })];
};

/** An id that no other tag has, made of what the tag is called. */
export function freshId(source: FixSource, tag: TagMark): string {
  const called = attributeOf(tag, "title") ?? attributeOf(tag, "question") ?? tag.name;
  return idPool(idsOf(source))(idFrom(called));
}

export const requiredAttribute: Fixer = (problem, at, source) => {
  const tag = tagAt(source, at);
  const name = problem.values.attribute ?? "";
  if (!tag || hasAttribute(tag, name)) return [];
  const words = authorWords(source.lang);
  const id = attributeOf(tag, "id");
  const values: Record<string, string> = {
    id: freshId(source, tag),
    title: id ? sentence(id) : words.title,
    question: words.question,
    label: words.label,
    type: "note",
  };
  const value = values[name];
  if (value === undefined) return [];
  const place = tag.attributes.find((attribute) => attribute.name === "id");
  const text = `${name}=${quoted(value)}`;
  return [fix("addAttribute", [insert(place ? tag.from + place.to : nameRange(tag).to, ` ${text}`)], { text })];
};

const sentence = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");

export const duplicateId: Fixer = (_, at, source) => {
  const found = attributeAt(source, at);
  if (!found) return [];
  const { tag, attribute } = found;
  const { value } = attribute;
  if (value === null) return [];
  const pool = idPool(idsOf(source));
  const title = attributeOf(tag, "title") ?? attributeOf(tag, "question");
  // What its title says is a better name than a number, unless it says the same.
  const named = title && idFrom(title) !== value ? pool(idFrom(title)) : null;
  const range = { from: tag.from + attribute.from, to: tag.from + attribute.to };
  return [pool(value), ...(named ? [named] : [])].map((id) =>
    fix("uniqueId", [{ ...range, insert: `id="${id}"` }], { id }),
  );
};

export const attributeValue: Fixer = (problem, at, source) => {
  const found = attributeAt(source, at);
  if (!found) return [];
  const { tag, attribute } = found;
  const set = (value: string) =>
    fix("setValue", [{ from: tag.from + attribute.from, to: tag.from + attribute.to, insert: value }], { value });
  const { name } = attribute;
  const value = attribute.value ?? "";
  const example = /="([\s\S]*)"$/.exec(problem.values.example ?? "")?.[1] ?? "";
  if (name === "irreversible") return [set("irreversible")];
  if (name === "id") return [set(`id="${idPool(idsOf(source))(idFrom(value || freshId(source, tag)))}"`)];
  if (example.includes(" | ")) return nearest(value, example.split(" | ")).map((one) => set(`${name}="${one}"`));
  const duration = example === "5m" ? formatDuration(value) : null;
  return duration ? [set(`${name}="${duration}"`)] : [];
};

export const unknownTarget: Fixer = (problem, at, source) => {
  const found = attributeAt(source, at);
  if (!found) return [];
  const { tag, attribute } = found;
  const range = { from: tag.from + attribute.from, to: tag.from + attribute.to };
  return suggested(problem).map((id) => fix("setTarget", [{ ...range, insert: `goto="${id}"` }], { id }));
};
