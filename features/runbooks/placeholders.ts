export type Segment = { text: string } | Placeholder;
export type Placeholder = {
  /** The variable that fills it, e.g. `token`, `API_URL`, `instance`. */
  name: string;
  /** As written in the command, e.g. `<token>`. */
  raw: string;
  /** The alert label that fills it, for `{{ $labels.instance }}`. */
  label: string | null;
};

const candidate =
  /\{\{\s*\$labels\.([A-Za-z_]\w*)\s*\}\}|\{\{\s*\.Labels\.([A-Za-z_]\w*)\s*\}\}|\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)|(<)?<([\p{L}_](?:[\p{L}\p{N}_ .:|/+-]*[\p{L}\p{N}_])?)>/gu;
// The environment of every shell, and what the shell sets itself: nobody has to fill these in.
const environment = new Set(
  "HOME PATH USER SHELL PWD OLDPWD HOSTNAME LANG TERM TMPDIR UID EUID PPID RANDOM SECONDS LINENO BASH_SOURCE IFS OPTARG OPTIND REPLY EDITOR LOGNAME".split(
    " ",
  ),
);
const markup = new Set(
  "a b i p br hr ul ol li div span pre html head body script style h1 h2 h3 h4 h5 h6 td tr th img svg strong em EOF".split(
    " ",
  ),
);

/**
 * Cuts a command at its placeholders: `<token>`, `${API_URL}`, `{{ $labels.instance }}`, and `$API_URL` where it is
 * declared. Here-documents, redirections, comparisons, HTML, and variables that the command itself sets are text.
 */
export function splitPlaceholders(text: string, declared: Iterable<string> = []): Segment[] {
  const known = new Set(declared);
  const own = assigned(text);
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(candidate)) {
    const found = read(match, text, known, own);
    if (!found) continue;
    if (match.index > at) segments.push({ text: text.slice(at, match.index) });
    segments.push(found);
    at = match.index + match[0].length;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}

/** The placeholders of a command, each name once, in order of appearance. */
export function placeholdersOf(text: string, declared: Iterable<string> = []): Placeholder[] {
  const found = new Map<string, Placeholder>();
  for (const segment of splitPlaceholders(text, declared)) {
    if ("name" in segment && !found.has(segment.name)) found.set(segment.name, segment);
  }
  return [...found.values()];
}

function read(match: RegExpMatchArray, text: string, declared: Set<string>, own: Set<string>): Placeholder | null {
  const [raw, label = match[2], , braced, bare, doubled, angled] = match;
  const index = match.index ?? 0;
  if (label) return { name: label, raw, label };
  if (braced) {
    if (declared.has(braced)) return { name: braced, raw, label: null };
    return environment.has(braced) || own.has(braced) || isEscaped(text, index)
      ? null
      : { name: braced, raw, label: null };
  }
  if (bare) return declared.has(bare) && !isEscaped(text, index) ? { name: bare, raw, label: null } : null;
  if (!angled || doubled) return null;
  if (declared.has(angled)) return { name: angled, raw, label: null };
  return isMarkup(angled, text) || isOperator(angled, text, index, raw.length)
    ? null
    : { name: angled, raw, label: null };
}

const isEscaped = (text: string, index: number) => text[index - 1] === "\\";

/** Variables that the command sets itself: assignments, loops, `read`. */
function assigned(text: string): Set<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(
    /(?:^|[\s;&|(])(?:export\s+|local\s+|declare\s+(?:-\w+\s+)?|\$?env:)?([A-Za-z_]\w*)\+?=/gm,
  ))
    names.add(match[1] ?? "");
  for (const match of text.matchAll(/\b(?:for|select)\s+([A-Za-z_]\w*)\s+in\b/g)) names.add(match[1] ?? "");
  for (const match of text.matchAll(/\bread\s+((?:-\w+\s+)*)([A-Za-z_][\w ]*)/g))
    for (const name of (match[2] ?? "").split(" ")) names.add(name);
  return names;
}

function isMarkup(word: string, text: string): boolean {
  if (markup.has(word)) return true;
  if (word.includes("://")) return true;
  const tag = /^[\p{L}][\w-]*/u.exec(word)?.[0] ?? word;
  return text.includes(`</${tag}>`);
}

/** `sort <in>out`, `a <b and c> d`, `Vec<T>::new`, `#include <stdio.h>`: signs, not brackets. */
function isOperator(word: string, text: string, index: number, length: number): boolean {
  if (/\s(and|or|y|o)\s/i.test(word)) return true;
  const before = text.slice(0, index);
  const after = text[index + length] ?? "";
  if (/#include\s*$/.test(before)) return true;
  const standsAlone = /(^|\s)$/.test(before);
  return standsAlone && /[\p{L}\p{N}]/u.test(after) && /[./]/.test(word);
}
