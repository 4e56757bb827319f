import { isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { isRecord, same } from "./matter-source";
import { writeInline, writeScalar } from "./write-value";

/** A part of a text to be replaced. */
export type Edit = { from: number; to: number; insert: string };

type Source = { yaml: string; eol: string };
type Written = Node & { range: [number, number, number] };

const isWritten = (node: unknown): node is Written =>
  typeof node === "object" && node !== null && Array.isArray((node as Written).range);

/** Where what a node says ends: blank ends and comments after it are not its own. */
export function endOf(source: Source, node: Written): number {
  const { yaml } = source;
  const last = (isMap(node) || isSeq(node)) && !node.flow ? lastOf(node as YAMLMap | YAMLSeq) : null;
  if (last && last.range[1] > last.range[0]) return endOf(source, last);
  return node.range[0] + yaml.slice(node.range[0], node.range[1]).trimEnd().length;
}

/** The last node in a block collection, whose own range goes on over the comments that follow. */
function lastOf({ items }: YAMLMap | YAMLSeq): Written | null {
  const last: unknown = items.at(-1);
  const inner = isPair(last) ? (last.value ?? last.key) : last;
  return isWritten(inner) ? inner : null;
}

export const lineStart = (yaml: string, at: number): number => yaml.lastIndexOf("\n", at - 1) + 1;

/** The end of a line, before its line feed. */
export function lineEnd(yaml: string, at: number): number {
  const feed = yaml.indexOf("\n", at);
  if (feed < 0) return yaml.length;
  return yaml[feed - 1] === "\r" && feed - 1 >= at ? feed - 1 : feed;
}

/** The end of a line with its line feed. */
export function nextLine(yaml: string, at: number): number {
  const feed = yaml.indexOf("\n", at);
  return feed < 0 ? yaml.length : feed + 1;
}

/**
 * The smallest edits that make a node say `value`: what stays the same keeps its bytes, comments included.
 * @returns null where it has to be written anew as a whole
 */
export function editsOf(source: Source, node: unknown, value: unknown): Edit[] | null {
  if (!isWritten(node)) return null;
  if (same(plainOf(node), value)) return [];
  if (isScalar(node)) {
    if (isRecord(value) || Array.isArray(value) || node.type?.startsWith("BLOCK") || node.range[0] === node.range[1])
      return null;
    return [{ from: node.range[0], to: endOf(source, node), insert: writeScalar(value, node.type) }];
  }
  if (isMap(node) && isRecord(value)) return mapEdits(source, node as YAMLMap & Written, value);
  if (isSeq(node) && Array.isArray(value)) return listEdits(source, node as YAMLSeq & Written, value);
  return null;
}

const plainOf = (node: Node): unknown => (isScalar(node) ? node.value : (node as YAMLMap | YAMLSeq).toJSON());

function mapEdits(source: Source, map: YAMLMap & Written, value: Record<string, unknown>): Edit[] | null {
  const known = new Set(map.items.map(keyOf));
  if ([...known].some((key) => !Object.hasOwn(value, key))) return null;
  const changed = map.items.map((pair) => editsOf(source, pair.value, value[keyOf(pair)]));
  if (changed.includes(null)) return null;
  const fresh = Object.entries(value).filter(([key]) => !known.has(key));
  if (fresh.length === 0) return changed.flatMap((edits) => edits ?? []);
  const [head, last] = [map.items[0]?.key, map.items.at(-1)?.value];
  if (!isWritten(head) || !isWritten(last)) return null;
  const words = fresh.map(([key, inner]) => `${key}: ${writeInline(inner)}`);
  const at = map.flow ? endOf(source, last) : lineEnd(source.yaml, endOf(source, last));
  const indent = " ".repeat(head.range[0] - lineStart(source.yaml, head.range[0]));
  const insert = map.flow
    ? words.map((word) => `, ${word}`).join("")
    : words.map((word) => `${source.eol}${indent}${word}`).join("");
  return [...changed.flatMap((edits) => edits ?? []), { from: at, to: at, insert }];
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

function listEdits(source: Source, list: YAMLSeq & Written, value: unknown[]): Edit[] | null {
  const items = list.items;
  if (items.length === 0 || value.length === 0 || !items.every(isWritten)) return null;
  const old = items.map(plainOf);
  const most = Math.min(old.length, value.length);
  let [head, tail] = [0, 0];
  while (head < most && same(old[head], value[head])) head += 1;
  while (tail < most - head && same(old[old.length - 1 - tail], value[value.length - 1 - tail])) tail += 1;
  const both = most - head - tail;
  const edits: Edit[] = [];
  for (let index = head; index < head + both; index += 1) {
    const item = items[index] as Written;
    const inner = editsOf(source, item, value[index]);
    edits.push(...(inner ?? [{ from: item.range[0], to: endOf(source, item), insert: writeInline(value[index]) }]));
  }
  const from = head + both;
  const place = { source, list, items: items as Written[] };
  if (value.length > old.length) {
    const added = insertion(place, from, value.slice(from, value.length - tail));
    return added && [...edits, added];
  }
  if (value.length < old.length) {
    const removed = removal(place, from, old.length - tail);
    return removed && [...edits, removed];
  }
  return edits;
}

type ListPlace = { source: Source; list: YAMLSeq & Written; items: Written[] };

/** Where the dash of an item stands; null where another one stands on its line. */
function dashOf({ source, list }: ListPlace, index: number): number | null {
  const token = list.srcToken;
  if (token?.type !== "block-seq") return null;
  const at = token.items[index]?.start.find(({ type }) => type === "seq-item-ind")?.offset;
  if (at === undefined || source.yaml.slice(lineStart(source.yaml, at), at).trim() !== "") return null;
  return at;
}

function insertion(place: ListPlace, index: number, values: unknown[]): Edit | null {
  const { source, list, items } = place;
  const [before, after] = [items[index - 1], items[index]];
  const words = values.map(writeInline);
  if (list.flow) {
    if (before) return at(endOf(source, before), words.map((word) => `, ${word}`).join(""));
    return after ? at(after.range[0], words.map((word) => `${word}, `).join("")) : null;
  }
  const dash = dashOf(place, before ? index - 1 : index);
  if (dash === null) return null;
  const indent = source.yaml.slice(lineStart(source.yaml, dash), dash);
  if (!before) return at(dash, words.map((word) => `- ${word}${source.eol}${indent}`).join(""));
  const end = lineEnd(source.yaml, endOf(source, before));
  return at(end, words.map((word) => `${source.eol}${indent}- ${word}`).join(""));
}

const at = (from: number, insert: string): Edit => ({ from, to: from, insert });

function removal(place: ListPlace, first: number, until: number): Edit | null {
  const { source, list, items } = place;
  const [from, last, next, before] = [items[first], items[until - 1], items[until], items[first - 1]];
  if (!from || !last) return null;
  if (list.flow) {
    if (next) return { from: from.range[0], to: next.range[0], insert: "" };
    return before ? { from: endOf(source, before), to: endOf(source, last), insert: "" } : null;
  }
  const dash = dashOf(place, first);
  if (dash === null) return null;
  return { from: lineStart(source.yaml, dash), to: nextLine(source.yaml, endOf(source, last)), insert: "" };
}
