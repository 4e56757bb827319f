import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";

/** A change of some characters; everything around it stays as it is. */
type Edit = { from: number; to: number; text: string };

/**
 * The text with `reviewed` set in its front matter and every other byte as it was: line ends, quotes, comments and order too.
 * A key that is not there goes before `reviewEvery`, else to the end; plain Markdown without front matter gets some.
 * @param day `YYYY-MM-DD`
 * @returns null where the front matter cannot be read, or says more than this edit can keep
 */
export function withReviewed(text: string, day: string): string | null {
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const opening = /^---(\r\n|\n|\r)/.exec(text.slice(bom));
  const eol = opening?.[1] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  if (!opening) {
    if (/^\s*(?:---|\+\+\+|;;;)/.test(text.slice(bom))) return null;
    return `${text.slice(0, bom)}---${eol}reviewed: ${day}${eol}---${eol}${text.slice(bom)}`;
  }
  const start = bom + opening[0].length;
  const closing = /(?:^|\r\n|\n|\r)---(?=\r\n|\n|\r|$)/.exec(text.slice(start));
  if (!closing) return null;
  const end = start + closing.index + closing[0].length - "---".length;
  const yaml = text.slice(start, end);
  const edited = editYaml(yaml, day, eol);
  return edited === null ? null : text.slice(0, start) + edited + text.slice(end);
}

function editYaml(yaml: string, day: string, eol: string): string | null {
  const document = parse(yaml);
  if (document.errors.length > 0) return null;
  if (document.contents !== null && !isMap(document.contents)) return null;
  const { from, to, text } = document.contents
    ? editOf(yaml, document.contents, day, eol)
    : { from: yaml.length, to: yaml.length, text: `reviewed: ${day}${eol}` };
  const edited = yaml.slice(0, from) + text + yaml.slice(to);
  return saysTheSame(yaml, edited, day) ? edited : null;
}

function editOf(yaml: string, map: YAMLMap, day: string, eol: string): Edit {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === "reviewed");
  if (pair) return valueEdit(yaml, pair, day);
  if (map.flow) {
    const brace = (map.range?.[1] ?? yaml.length) - 1;
    return { from: brace, to: brace, text: `${map.items.length > 0 ? ", " : ""}reviewed: ${day}` };
  }
  const startOf = (one: Pair | undefined) => (isScalar(one?.key) ? (one.key.range?.[0] ?? 0) : 0);
  const first = startOf(map.items[0]);
  const indent = yaml.slice(lineStart(yaml, first), first);
  const next = map.items.find(({ key }) => isScalar(key) && key.value === "reviewEvery");
  const at = next ? lineStart(yaml, startOf(next)) : yaml.length;
  return { from: at, to: at, text: `${indent}reviewed: ${day}${eol}` };
}

function valueEdit(yaml: string, { key, value }: Pair, day: string): Edit {
  const range = isScalar(value) ? value.range : undefined;
  const written = range ? yaml.slice(range[0], range[1]) : "";
  if (!range || written === "") {
    const colon = yaml.indexOf(":", isScalar(key) ? (key.range?.[1] ?? 0) : 0) + 1;
    return { from: colon, to: colon, text: ` ${day}` };
  }
  const trailing = /(?:\r\n|\n|\r)*$/.exec(written)?.[0].length ?? 0; // of a block scalar
  return { from: range[0], to: range[1] - trailing, text: day };
}

const lineStart = (text: string, at: number) =>
  Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;

// The gate takes a lone CR for a line end, the reader of YAML does not; of the same length, it keeps every place.
const parse = (yaml: string) =>
  parseDocument(yaml.replace(/\r(?!\n)/g, "\n"), { prettyErrors: false, uniqueKeys: true });

/** Whether the edit changed this one value and nothing else that the front matter says. */
function saysTheSame(before: string, after: string, day: string): boolean {
  const [was, is] = [read(before), read(after)];
  return was !== null && is?.reviewed === day && others(was) === others(is);
}

const others = (data: Record<string, unknown>) =>
  JSON.stringify(
    Object.entries(data)
      .filter(([key]) => key !== "reviewed")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function read(yaml: string): Record<string, unknown> | null {
  try {
    const document = parse(yaml);
    return document.errors.length > 0 ? null : ((document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>);
  } catch {
    return null; // anchors and aliases, which the gate does not read either
  }
}
