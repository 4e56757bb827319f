import { diffArrays } from "diff";
import type { GatedRunbook } from "../../pipeline/gate";
import { renderedStream } from "./rendered-stream";
import { sourceStream } from "./source-stream";
import { type Stream, type Token, tokensOf } from "./tokens";

/** Text of the source that the page does not show, with its line in the source. */
export type Missing = { line: number; text: string };
export type Equivalence = { complete: boolean; missing: Missing[] /** Words and signs compared. */; compared: number };

export type Source = {
  /** The text below its front matter. */
  body: string;
  /** The line of its first line in the file. */
  line: number;
  /** Old front matter that a runbook has no place for: its text has to stand on the page. */
  shown: { text: string; line: number } | null;
  /** Lines that tags say now: the colons around a label are structure there. Words never are. */
  structural?: Set<number>;
  /** The lines of a heading that became the title of the page. */
  moved?: Set<number>;
};

/** The colons around a label or an admonition. */
const structureSigns = /^[:：]+$/;

/**
 * Compares what a text says with what the page of a runbook shows, word for word and sign for sign, in order. Text that
 * stands elsewhere on the page (the title, a footnote) counts where the whole run of it is found; text that is only in the
 * file, in an id or in a comment does not. Besides, each word of the raw text has to be on the page as often as it was
 * written, whatever a parser thinks of it.
 */
export function compare(source: Source, runbook: GatedRunbook): Equivalence {
  const page = renderedStream(runbook);
  const text = sourceStream(source.body, source.line);
  const old = source.shown ? tokensOf(source.shown.text, source.shown.line) : [];
  const isStructure = ({ line, text: sign }: Token) =>
    source.structural?.has(line) === true && structureSigns.test(sign);
  const wanted = [...old, ...text.visible].filter((token) => !isStructure(token));
  const missing = [...missingIn(wanted, page.visible, source.moved), ...missingCarried(text, page)];
  if (missing.length === 0) missing.push(...missingWords(source, page).filter((one) => !isStructure(one)));
  return { complete: missing.length === 0, missing, compared: wanted.length };
}

function missingIn(source: Token[], page: Token[], moved: Set<number> = new Set()): Missing[] {
  const gone: Token[][] = [];
  const extra: string[][] = [];
  const changes = diffArrays(
    source.map((token) => token.text),
    page.map((token) => token.text),
    { maxEditLength: 6_000 },
  );
  let at = 0;
  for (const change of changes ?? [{ removed: true, added: false, value: source.map((token) => token.text) }]) {
    if (change.added) extra.push(change.value);
    else {
      if (change.removed) gone.push(source.slice(at, at + change.value.length));
      at += change.value.length;
    }
  }
  if (!changes) extra.push(page.map((token) => token.text));
  return gone.flatMap(linesOf).flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    const words = run.map((token) => token.text);
    const mayMove = moved.has(first.line) || run.every((token) => token.moves);
    return mayMove && findRun(words, extra) ? [] : [{ line: first.line, text: words.join(" ") }];
  });
}

/** What may stand elsewhere is looked for line by line. */
function linesOf(run: Token[]): Token[][] {
  const lines = new Map<number, Token[]>();
  for (const token of run) lines.set(token.line, [...(lines.get(token.line) ?? []), token]);
  return [...lines.values()];
}

/** Whether one of the runs of tokens holds these words; what is found is used up. */
function findRun(words: string[], extra: string[][]): boolean {
  for (const [index, tokens] of extra.entries()) {
    const at = indexOfRun(tokens, words);
    if (at < 0) continue;
    extra.splice(index, 1, tokens.slice(0, at), tokens.slice(at + words.length));
    return true;
  }
  return false;
}

function indexOfRun(tokens: string[], run: string[]): number {
  for (let at = 0; at + run.length <= tokens.length; at++)
    if (run.every((word, index) => tokens[at + index] === word)) return at;
  return -1;
}

function missingCarried(source: Stream, page: Stream): Missing[] {
  const there = new Set(page.carried.map((one) => one.text));
  const visible = page.visible.map((token) => token.text).join(" ");
  return source.carried.filter(
    ({ text }) =>
      !there.has(text) &&
      !visible.includes(
        tokensOf(text, 0)
          .map((token) => token.text)
          .join(" "),
      ),
  );
}

/** A second look, which trusts no parser with what a reader should see: each word of the raw text is on the page. */
function missingWords(source: Source, page: Stream): Missing[] {
  const there = [...page.visible, ...page.carried].map((one) => one.text.normalize("NFC")).join("");
  const words = new Set(page.visible.map((one) => one.text));
  const known = new Map<string, boolean>();
  return tokensOf(withoutMarks(source.body), source.line).filter(({ text }) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return false;
    const word = text.replace(/^_+|_+$/g, "");
    const found = known.get(word) ?? (words.has(word) || word.split("_").every((part) => there.includes(part)));
    known.set(word, found);
    return !found;
  });
}

/** Raw Markdown without the words that are marks: numbers of lists, entities, names of notes, references and tags. */
function withoutMarks(body: string): string {
  const blank = (marks: string) => marks.replace(/[^\n]/g, " ");
  return body
    .replace(/^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=\s|$))+/gm, blank)
    .replace(/\[[ xX]\](?=\s)|\[\^[^\]\n]*\]|&#?\w+;|\]\[[^\]\n]*\]|^[ \t>]*\[[^\]\n]+\]:/gm, blank)
    .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi, blank)
    .replace(/\bnorun\b/g, blank)
    .replace(/<\/?(?:br|details|summary|kbd|sub|sup|u|table|thead|tbody|tr|th|td|img)\b(?:\s[^<>]*)?>/gi, blank);
}
