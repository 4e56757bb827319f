import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { PostMortemMatter, postMortemKeys } from "../post-mortem-matter";
import { FrontMatter, keysOf } from "../schema";
import { checkPattern, matchesWhole } from "./pattern";
import type { Position, Report } from "./problem";
import { suggest } from "./suggest";

export type SplitSource = {
  yaml: string | null;
  /** The file with its front matter blanked out, so that lines keep their numbers and nothing reads it a second time. */
  body: string;
};

const maxYaml = 64 * 1024;
const examples: Record<string, string> = {
  title: "title: Emergencias en producción",
  service: "service: agente-hotelero-api",
  lang: "lang: es",
  owner: "owner: Backend Team",
  name: "name: API_URL",
  url: 'url: "https://grafana.example.com"',
};

/** Splits front matter off. Only a first line of exactly `---` opens it: `---js` and its like are refused before anything could run them. */
export function splitFrontMatter(source: string, report: Report): SplitSource {
  const lines = source.split("\n");
  const first = lines[0] ?? "";
  if (/^\s*(---[^-\s]|---\s+\S|\+\+\+|;;;)/.test(first)) {
    report.add("front-matter-engine", { line: 1, column: 1 }, { found: first });
    const end = lines.findIndex((line, index) => index > 0 && /^(---|\+\+\+|;;;)/.test(line));
    return { yaml: null, body: blank(lines, end < 0 ? 1 : end + 1) };
  }
  if (first !== "---") return { yaml: null, body: source };
  const end = lines.indexOf("---", 1);
  if (end < 0) {
    report.add("front-matter-unclosed", { line: 1, column: 1 });
    return { yaml: null, body: blank(lines, lines.length) };
  }
  return { yaml: lines.slice(1, end).join("\n"), body: blank(lines, end + 1) };
}

const blank = (lines: string[], count: number) => lines.map((line, index) => (index < count ? "" : line)).join("\n");

const required = ["title", "service", "lang", "owner"];

/**
 * Parses and validates front matter; every problem is placed on its key. Null when anything is wrong.
 * @param missing what stands for required keys that plain Markdown leaves out; null where they may not be left out
 */
export function readFrontMatter(
  yaml: string,
  report: Report,
  missing: (() => Partial<FrontMatter>) | null,
): FrontMatter | null {
  const read = readYaml(yaml, report);
  if (!read) return null;
  const { document, at } = read;
  const given = read.data ?? {};
  const left = missing && isRecord(given) ? required.filter((key) => given[key] === undefined) : [];
  if (left.length > 0) report.add("front-matter-partial", { line: 1, column: 1 }, { keys: left.join("`, `") });
  const result = FrontMatter.safeParse(left.length > 0 ? { ...missing?.(), ...given } : given);
  if (result.success) return checkVariables(result.data, document, at, report);
  for (const issue of result.error.issues) addIssue(issue, read, report, keysOf);
  return null;
}

/** Parses and validates the front matter of a post-mortem. Null when anything is wrong. */
export function readPostMortemMatter(yaml: string, report: Report): PostMortemMatter | null {
  const read = readYaml(yaml, report);
  if (!read) return null;
  const result = PostMortemMatter.safeParse(read.data ?? {});
  if (result.success) return result.data;
  for (const issue of result.error.issues) addIssue(issue, read, report, postMortemKeys);
  return null;
}

type ReadYaml = { data: unknown; document: Document; at: (offset: number) => Position };

function readYaml(yaml: string, report: Report): ReadYaml | null {
  if (yaml.length > maxYaml) {
    report.add("file-too-large", { line: 1, column: 1 }, { size: String(Math.ceil(yaml.length / 1024)), limit: "64" });
    return null;
  }
  if (nestsDeeply(yaml)) {
    report.add("too-deep", { line: 2, column: 1 }, { limit: "20" });
    return null;
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
    version: "1.2",
  });
  // The YAML begins on the second line of the file.
  const at = (offset: number): Position => {
    const place = counter.linePos(offset);
    return { line: place.line + 1, column: Math.max(1, place.col) };
  };
  for (const found of [...document.errors, ...document.warnings]) {
    report.add("front-matter-yaml", at(found.pos[0]), { reason: found.message });
  }
  if (document.errors.length + document.warnings.length > 0) return null;
  const data = toData(document, report);
  return data === undefined ? null : { data, document, at };
}

/** Patterns of variables run in RE2 like those of `Expect`; a default has to match its own. */
function checkVariables(
  data: FrontMatter,
  document: Document,
  at: (offset: number) => Position,
  report: Report,
): FrontMatter | null {
  let sound = true;
  for (const [index, { pattern, default: value }] of data.variables.entries()) {
    if (pattern === undefined) continue;
    const refused = checkPattern(pattern);
    const key = refused ? "pattern" : "default";
    const place = at(offsetOf(document, ["variables", index, key]));
    if (refused) report.add(refused.rule, place, { pattern, reason: refused.reason });
    else if (value !== undefined && !matchesWhole(pattern, value))
      report.add("variable-default", place, { value, pattern });
    else continue;
    sound = false;
  }
  return sound ? data : null;
}

/** Anchors and aliases are not read: a few lines of them can stand for gigabytes. */
function toData(document: Document, report: Report): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    report.add("front-matter-yaml", { line: 2, column: 1 }, { reason: "anchors and aliases are not allowed" });
    return undefined;
  }
}

function addIssue(
  issue: z.core.$ZodIssue,
  { data, document, at }: ReadYaml,
  report: Report,
  keysUnder: (parent?: string) => string[],
) {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const offset = offsetOf(document, path);
  if (issue.code === "unrecognized_keys") {
    const parent = typeof path[0] === "string" ? path[0] : undefined;
    for (const key of issue.keys) {
      report.add("front-matter-unknown-key", at(keyOffset(document, path, key) ?? offset), {
        key,
        suggestion: suggest(key, keysUnder(parent)),
      });
    }
    return;
  }
  const value = path.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), data);
  const key = path.join(".") || "---";
  const name = String(path.at(-1) ?? "");
  if (value === undefined && (path.length > 0 || data === undefined)) {
    report.add("front-matter-required", at(offset), { key, example: examples[name] ?? issue.message });
  } else if (issue.code === "custom" && issue.params?.rule === "matcher") {
    report.add("front-matter-matcher", at(offset), { value: String(value), example: issue.message });
  } else {
    report.add("front-matter-value", at(offset), {
      key,
      example: path.length === 0 ? "title: Emergencias" : issue.message,
    });
  }
}

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;

/** Where the value at a path begins, or its nearest ancestor that is written. */
function offsetOf(document: Document, path: (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: (string | number)[], key: string): number | null {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return null;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null;
}

/** The YAML reader recurses, so what would exhaust its stack is refused by counting first. */
function nestsDeeply(yaml: string): boolean {
  let open = 0;
  for (const char of yaml) {
    if (char === "[" || char === "{") open += 1;
    else if (char === "]" || char === "}") open = Math.max(0, open - 1);
    if (open > 20) return true;
  }
  return /^(?:[ \t]{60}|(?:[-?:] ){20})/m.test(yaml);
}
