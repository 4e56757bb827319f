import { type Document, isMap, isScalar, type Pair, type YAMLMap } from "yaml";
import { keysOf } from "../schema";
import { isRecord, parseMatter, plainValue, rangeOf, same } from "./matter-source";
import { type Edit, editsOf, endOf, lineStart, nextLine } from "./node-edits";
import { writeAfterKey } from "./write-value";

/**
 * Sets one key of a text's front matter. All bytes outside that key stay as they are: comments, order, quoting, line ends, blank
 * lines; and within it, items of a list and inner keys that say the same. The result was read again: it says `value` and
 * everything else as before.
 * @param value undefined takes the key away
 * @returns null where the front matter cannot be read, or is written in a way that only a person can change
 */
export function setMatter(text: string, key: string, value: unknown): string | null {
  const range = rangeOf(text);
  if (!range) {
    if (/^\uFEFF?(?:---|\+\+\+|;;;)/.test(text)) return null;
    return value === undefined ? text : withMatter(text, key, value);
  }
  const yaml = text.slice(range.start, range.end);
  const document = parseMatter(yaml);
  const before = readable(document);
  if (!before) return null;
  if (value === undefined ? !Object.hasOwn(before, key) : same(before[key], value)) return text;
  const { [key]: _, ...rest } = before;
  const wanted = value === undefined ? rest : { ...rest, [key]: value };
  for (const edits of ways({ yaml, eol: range.eol }, document, key, value)) {
    const fresh = apply(yaml, edits);
    const after = readable(parseMatter(fresh));
    const written = text.slice(0, range.start) + fresh + text.slice(range.end);
    if (after && same(after, wanted) && rangeOf(written)?.end === range.start + fresh.length) return written;
  }
  return null;
}

function withMatter(text: string, key: string, value: unknown): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return `${mark}---${eol}${key}:${writeAfterKey(value, eol)}${eol}---${eol}${eol}${text.slice(mark.length)}`;
}

function readable(document: Document.Parsed): Record<string, unknown> | null {
  if (document.errors.length + document.warnings.length > 0) return null;
  const read = plainValue(document);
  const value = read && (read.value ?? {});
  return isRecord(value) ? value : null;
}

/** From the smallest edit to the largest; the first that holds what it should is taken. */
function* ways(
  source: { yaml: string; eol: string },
  document: Document.Parsed,
  key: string,
  value: unknown,
): Generator<Edit[]> {
  const map = isMap(document.contents) ? (document.contents as YAMLMap) : null;
  if (map?.flow) return;
  const pair = map?.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) {
    if (value !== undefined) yield [added(source, map, key, value)];
    return;
  }
  const [start, end] = spanOf(source, pair);
  if (value === undefined) {
    yield [{ from: lineStart(source.yaml, start), to: nextLine(source.yaml, end), insert: "" }];
    return;
  }
  const small = editsOf(source, pair.value, value);
  if (small) yield small;
  const colon = colonOf(pair);
  if (colon !== null) yield [{ from: colon + 1, to: end, insert: writeAfterKey(value, source.eol) }];
  yield [{ from: start, to: end, insert: `${key}:${writeAfterKey(value, source.eol)}` }];
}

type Ranged = Parameters<typeof endOf>[1];

/** A pair from its key to the end of what it says; a comment after that stays. */
function spanOf(source: { yaml: string; eol: string }, pair: Pair): [number, number] {
  const key = pair.key as Ranged;
  const colon = colonOf(pair);
  const bare = colon === null ? key.range[1] : colon + 1;
  const value = pair.value as Ranged | null;
  return [key.range[0], value?.range ? Math.max(bare, endOf(source, value)) : bare];
}

const colonOf = (pair: Pair): number | null =>
  pair.srcToken?.sep?.find(({ type }) => type === "map-value-ind")?.offset ?? null;

/** A new key stands where FORMAT.md lists it: after the nearest of those before it, else at the top. */
function added(source: { yaml: string; eol: string }, map: YAMLMap | null, key: string, value: unknown): Edit {
  const line = `${key}:${writeAfterKey(value, source.eol)}${source.eol}`;
  const pairs = map?.items ?? [];
  const order = keysOf();
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const before = pairs.filter(({ key: known }) => isScalar(known) && place(String(known.value)) < place(key));
  const nearest = before.toSorted((one, other) => placeOf(place, one) - placeOf(place, other)).at(-1);
  if (nearest) {
    const at = nextLine(source.yaml, spanOf(source, nearest)[1]);
    return { from: at, to: at, insert: line };
  }
  const first = pairs[0];
  const at = first ? lineStart(source.yaml, spanOf(source, first)[0]) : source.yaml.length;
  return { from: at, to: at, insert: line };
}

const placeOf = (place: (name: string) => number, { key }: Pair) => place(String(isScalar(key) ? key.value : key));

const apply = (text: string, edits: Edit[]): string =>
  edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text);
