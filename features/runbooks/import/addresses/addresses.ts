import type { Definition, Image, Link, Root } from "mdast";
import { parse } from "../../pipeline/parse";
import { report } from "../../pipeline/problem";
import { walk } from "../../pipeline/tree";
import { schemeOf } from "../../url";
import type { Notice } from "../notice";
import { applyEdits, type Edit } from "../text/edit";

/** Addresses of a text, each with the one that takes its place. */
export type Addresses = Readonly<Record<string, string>>;
type Addressed = Link | Image | Definition;

const isRelative = (url: string) => url !== "" && schemeOf(url) === null && !/^[#?/\\]/.test(url);

function addressedIn(tree: Root): Addressed[] {
  const found: Addressed[] = [];
  walk(tree, (node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition") found.push(node);
    return undefined;
  });
  return found;
}

/** The relative addresses of a tree's links and images, each once: what may lie beside the text. */
export const relativeAddresses = (tree: Root): string[] => [
  ...new Set(
    addressedIn(tree)
      .map(({ url }) => url)
      .filter(isRelative),
  ),
];

/** Puts other addresses in the place of those that lead to something that moves along. Line numbers stay. */
export function withAddresses(text: string, addresses: Addresses): { text: string; notices: Notice[] } {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  if (Object.keys(addresses).length === 0) return { text, notices };
  const tree: Root = parse(text, "md", report("")) ?? { type: "root", children: [] };
  for (const node of addressedIn(tree)) {
    const wanted = Object.hasOwn(addresses, node.url) ? addresses[node.url] : undefined;
    const start = node.position?.start.offset ?? 0;
    const source = text.slice(start, node.position?.end.offset ?? start);
    const at = wanted === undefined || wanted === node.url ? -1 : placeOf(node, source);
    if (at < 0 || wanted === undefined) continue;
    const written = writtenAt(source, at);
    edits.push({ start: start + at, end: start + at + written.length, text: safe(wanted, written) });
    notices.push({ rule: "address-moved", line: node.position?.start.line ?? 1, text: `${node.url} → ${wanted}` });
  }
  return { text: applyEdits(text, edits), notices };
}

/** Where the address stands in the source of a link, image or definition; -1 where it is not plain to see. */
function placeOf(node: Addressed, source: string): number {
  const before = node.type === "definition" ? /^\[[^\]]*\]:\s*/.exec(source)?.[0].length : source.lastIndexOf("](") + 2;
  if (before === undefined || (node.type !== "definition" && before < 2)) return -1;
  const at = before + (/^\s*/.exec(source.slice(before))?.[0].length ?? 0);
  const written = writtenAt(source, at).replace(/^<|>$/g, "");
  return written === node.url || decoded(written) === decoded(node.url) ? at : -1;
}

const writtenAt = (source: string, at: number): string =>
  /^(?:<[^<>\n]*>|[^\s]*?(?=\)*\s|\)*$))/.exec(source.slice(at))?.[0] ?? "";

const decoded = (text: string) => {
  try {
    return decodeURI(text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&"));
  } catch {
    return text;
  }
};

const safe = (url: string, written: string) => (written.startsWith("<") || /[\s()]/.test(url) ? `<${url}>` : url);
