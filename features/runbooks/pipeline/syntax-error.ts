import type { VFileMessage } from "vfile-message";
import { elementNames, isElementName } from "../element-names";
import { forbiddenElements, htmlElements, isVoidElement } from "./html";
import type { Position } from "./problem";
import type { ErrorRule } from "./rules";
import { suggest } from "./suggest";

export type SyntaxProblem = {
  rule: ErrorRule;
  at: Position;
  values: Record<string, string>;
  /** The character to hide so that the rest can be read; null when hiding it would only cause further complaints. */
  mask: number | null;
};

/** Turns an error of the MDX parser into what an author can act on: where it begins, and what to write instead. */
export function explain(error: VFileMessage, text: string): SyntaxProblem {
  const offset = offsetOfError(error, text);
  if (error.source === "micromark-extension-mdxjs-esm") return esm(text, offset);
  if (error.source === "micromark-extension-mdx-expression") return brace(text, offset);
  const open = /`<([^`>]*)>` \((\d+):(\d+)/.exec(error.reason);
  if (open) return unclosed(text, open[1] ?? "", { line: Number(open[2]), column: Number(open[3]) });
  if (error.ruleId === "unexpected-closing-slash") {
    const at = text.lastIndexOf("<", offset);
    return { rule: "unexpected-closing-tag", at: pointAt(text, at), values: {}, mask: null };
  }
  return angle(text, offset, error.reason);
}

function esm(text: string, offset: number): SyntaxProblem {
  const before = [...text.slice(0, offset + 1).matchAll(/^(?:import|export)\b/gm)].at(-1);
  const at = before?.index ?? offset;
  return { rule: "import", at: pointAt(text, at), values: { keyword: wordAt(text, at) }, mask: at };
}

function brace(text: string, offset: number): SyntaxProblem {
  let at = Math.min(offset, text.length - 1);
  // An unclosed brace is noticed at the end of its block, a bad one at the first wrong character inside.
  for (let depth = 0; at > 0; at--) {
    if (text[at] === "}" && at < offset) depth += 1;
    if (text[at] === "{" && text[at - 1] !== "\\" && depth-- <= 0) break;
  }
  if (text[at] !== "{") at = Math.max(0, text.indexOf("{"));
  return { rule: "mdx-brace", at: pointAt(text, at), values: { char: "{", fix: "\\{" }, mask: at };
}

function unclosed(text: string, name: string, at: Position): SyntaxProblem {
  const mask = indexOf(text, at);
  const tag = `<${name}>`;
  if (isElementName(name)) return { rule: "unclosed-tag", at, values: { tag, fix: `</${name}>` }, mask: null };
  if (forbiddenElements.has(name.toLowerCase())) return { rule: "forbidden-tag", at, values: { tag }, mask };
  if (isVoidElement(name)) return { rule: "void-tag", at, values: { tag, fix: `<${name} />` }, mask };
  if (Object.hasOwn(htmlElements, name))
    return { rule: "unclosed-tag", at, values: { tag, fix: `</${name}>` }, mask: null };
  if (name === "") return { rule: "fragment", at, values: { tag: "<>" }, mask };
  return { rule: "unknown-tag", at, values: { tag, suggestion: suggest(name, elementNames), fix: `\\${tag}` }, mask };
}

function angle(text: string, offset: number, reason: string): SyntaxProblem {
  const at = text.lastIndexOf("<", Math.min(offset, text.length));
  if (at < 0) return { rule: "tag-syntax", at: pointAt(text, offset), values: { reason }, mask: null };
  const rest = text.slice(at, at + 300);
  const place = { at: pointAt(text, at), mask: at };
  if (rest.startsWith("<!")) return { rule: "mdx-comment", values: { fix: "{/* … */}" }, ...place };
  const link = /^<((?:[a-z][a-z\d+.-]*:[^\s<>]*)|[^\s<>@]+@[^\s<>]+)>/i.exec(rest)?.[1];
  if (link)
    return {
      rule: "mdx-autolink",
      values: { fix: `[${link}](${link.includes(":") ? link : `mailto:${link}`})` },
      ...place,
    };
  const name = /^<([A-Za-z][\w-]*)/.exec(rest)?.[1];
  if (name && isElementName(name)) return { rule: "tag-syntax", values: { reason }, at: place.at, mask: null };
  if (name && (forbiddenElements.has(name.toLowerCase()) || Object.hasOwn(htmlElements, name))) {
    return { rule: "tag-syntax", values: { reason }, ...place };
  }
  return { rule: "mdx-angle", values: { char: "<", fix: "\\<" }, ...place };
}

function offsetOfError(error: VFileMessage, text: string): number {
  const place = error.place;
  if (!place) return 0;
  const point = "start" in place ? place.start : place;
  return Math.min(point.offset ?? indexOf(text, point), text.length);
}

const wordAt = (text: string, at: number) => /^\w+/.exec(text.slice(at, at + 40))?.[0] ?? "";

function pointAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset));
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function indexOf(text: string, at: Position): number {
  let start = 0;
  for (let line = 1; line < at.line; line++) start = text.indexOf("\n", start) + 1;
  return start + at.column - 1;
}
