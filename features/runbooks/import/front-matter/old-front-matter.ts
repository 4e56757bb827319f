import { isMap, isScalar, parseDocument } from "yaml";
import { FrontMatter } from "../../schema";
import type { Notice } from "../notice";

/** What stood above the text, taken apart. */
export type OldFrontMatter = {
  /** Pairs that a runbook takes as they are: their source, byte for byte. */
  kept: string;
  keys: Set<string>;
  /** What a runbook has no key for, or could not read: shown as text, in a fence of this language. */
  shown: { lang: string; text: string; line: number } | null;
  /** Values found in what is only shown, by key: they may fill what is missing. */
  hints: Map<string, string>;
  /** Everything between its two lines is fine as it is. */
  complete: boolean;
  body: string;
  /** The line of the first line of the body. */
  line: number;
  notices: Notice[];
};

const nothing = (body: string): OldFrontMatter => ({
  kept: "",
  keys: new Set(),
  shown: null,
  hints: new Map(),
  complete: false,
  body,
  line: 1,
  notices: [],
});

const opening = /^(---|\+\+\+|;;;)[ \t]*(\w*)[ \t]*$/;

/**
 * Splits what stands above a text from it: YAML, TOML and JSON between their marks, broken or not.
 * @param replaced keys for which a person says something else
 */
export function readOldFrontMatter(
  source: string,
  service: string,
  replaced: ReadonlySet<string> = new Set(),
): OldFrontMatter {
  const lines = source.split("\n");
  const open = opening.exec(lines[0] ?? "");
  const mark = open?.[1] ?? "";
  const end = open ? lines.findIndex((line, index) => index > 0 && index < 400 && isEnd(line, mark)) : -1;
  const inner = lines.slice(1, end);
  // A line of three dashes is also a thematic break.
  if (!open || end < 0 || !inner.some((line) => /^\s*["']?[\w.-]+["']?\s*[:=]/.test(line))) return nothing(source);
  const base = { ...nothing(lines.slice(end + 1).join("\n")), line: end + 2 };
  const text = inner.join("\n");
  const lang = mark === "+++" ? "toml" : mark === ";;;" ? "json" : open[2] && open[2] !== "yaml" ? open[2] : "yaml";
  const shown = { lang, text, line: 2 };
  if (lang !== "yaml") return { ...base, shown, hints: hintsOf(text), notices: [broken(lang)] };
  const pairs = pairsOf(text);
  if (!pairs) return { ...base, shown, hints: hintsOf(text), notices: [broken("YAML")] };
  const isReplaced = (pair: Pair) => replaced.has(pair.key) && isKnown(pair, service);
  const isKept = (pair: Pair) => !isReplaced(pair) && isKnown(pair, service);
  const others = pairs.filter((pair) => !isReplaced(pair) && !isKept(pair));
  const keys = new Set(pairs.filter(isKept).map((pair) => pair.key));
  const complete = others.length === 0 && ["title", "service", "lang", "owner"].every((key) => keys.has(key));
  return {
    ...base,
    kept: complete
      ? text
      : pairs
          .filter(isKept)
          .map((pair) => pair.source)
          .join("\n"),
    keys,
    complete,
    shown: others.length === 0 ? null : { lang, text: others.map((pair) => pair.source).join("\n"), line: 2 },
    hints: new Map(others.flatMap(({ key, value }) => (typeof value === "string" ? [[key, value] as const] : []))),
    notices: others.map(({ key, line }) => ({ rule: "front-matter-key", line, text: key })),
  };
}

const broken = (what: string): Notice => ({ rule: "front-matter-broken", line: 1, text: what });
const isEnd = (line: string, mark: string) => line.trimEnd() === mark || (mark === "---" && line.trimEnd() === "...");

type Pair = { key: string; value: unknown; source: string; line: number };

/** The top-level pairs of a YAML mapping with their source; null for what is no mapping, or too deep to be read. */
function pairsOf(text: string): Pair[] | null {
  if (text.length > 32_768 || /(?:[[{][^\]}]*){20}/.test(text) || /^(?:[ \t]{60}|(?:[-?:] ){20})/m.test(text))
    return null;
  const document = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: true, version: "1.2" });
  if (document.errors.length + document.warnings.length > 0 || !isMap(document.contents)) return null;
  const items = document.contents.items;
  const starts = items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? -1) : -1));
  // Flow mappings and nested keys on one line cannot be taken apart by lines.
  if (
    starts.some(
      (start, index) =>
        start < 0 || (start > 0 && text[start - 1] !== "\n") || (index === 0 && text.slice(0, start).trim() !== ""),
    )
  )
    return null;
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
  return items.map((item, index) => {
    const key = isScalar(item.key) ? String(item.key.value) : "";
    const source = text.slice(starts[index], starts[index + 1] ?? text.length).replace(/\n$/, "");
    const value = (data as Record<string, unknown>)[key];
    return { key, value, source, line: text.slice(0, starts[index]).split("\n").length + 1 };
  });
}

function isKnown({ key, value }: Pair, service: string): boolean {
  if (!Object.hasOwn(FrontMatter.shape, key)) return false;
  if (key === "service") return value === service;
  return FrontMatter.shape[key as keyof typeof FrontMatter.shape].safeParse(value).success;
}

/** `key: value` and `key = "value"` of what could not be read as a whole. */
function hintsOf(text: string): Map<string, string> {
  const found = text.matchAll(/^\s*["']?(\w+)["']?\s*[:=]\s*["']?(.*?)["']?,?\s*$/gm);
  return new Map([...found].map(([, key = "", value = ""]) => [key, value]));
}
