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
  /** Lines that became titles and answers: their colons and arrows are structure now. Words never are. */
  structural?: Set<number>;
};

/** Colons, arrows, emoji and numbers in boxes around what became a title. */
const structureSigns = /^(?:[:：→⇒>=–—\s-]|\d\uFE0F?\u20E3|\p{Extended_Pictographic}|\uFE0F|\u200D)+$/u;

/**
 * Compares what a text says with what the page of a runbook shows, word for word and sign for sign, in order. Text that
 * stands elsewhere on the page (a title, a footnote) counts where the whole run of it is found; text that is only in the
 * file, in an id or in a comment does not. Besides, each word of the raw text has to be on the page as often as it was
 * written, whatever a parser thinks of it.
 */
export function compare(source: Source, runbook: GatedRunbook): Equivalence {
  const page = renderedStream(runbook);
  const text = sourceStream(source.body, source.line);
  const old = source.shown ? tokensOf(source.shown.text, source.shown.line) : [];
  const wanted = [...old, ...text.visible];
  const isStructure = ({ line, text: sign }: Missing) => source.structural?.has(line) && structureSigns.test(sign);
  const missing = [...missingIn(wanted, page.visible), ...missingCarried(text, page)].filter(
    (one) => !isStructure(one),
  );
  if (missing.length === 0) missing.push(...missingWords(source, page).filter((one) => !isStructure(one)));
  return { complete: missing.length === 0, missing, compared: wanted.length };
}

function missingIn(source: Token[], page: Token[]): Missing[] {
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
  return gone.flatMap((run) => notFound(run, extra));
}

/** The part of a run of tokens that none of the others holds; what is found is used up. */
function notFound(run: Token[], extra: string[][]): Missing[] {
  if (run.length === 0) return [];
  const words = run.map((token) => token.text);
  for (const [index, tokens] of extra.entries()) {
    const at = indexOfRun(tokens, words);
    if (at < 0) continue;
    extra.splice(index, 1, tokens.slice(0, at), tokens.slice(at + words.length));
    return [];
  }
  // A run that was torn apart by what was written between its lines.
  const cut = run.findIndex((token) => token.line !== run[0]?.line);
  if (cut > 0) return [...notFound(run.slice(0, cut), extra), ...notFound(run.slice(cut), extra)];
  return [{ line: run[0]?.line ?? 1, text: words.join(" ") }];
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
  const known = new Map<string, boolean>();
  return tokensOf(withoutMarks(source.body), source.line).filter(({ text }) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return false;
    const word = text.replace(/^_+|_+$/g, "");
    const found = known.get(word) ?? word.split("_").every((part) => there.includes(part));
    known.set(word, found);
    return !found;
  });
}

/** Raw Markdown without the words that are marks: numbers of lists, entities, names of notes, references and tags. */
function withoutMarks(body: string): string {
  const blank = (marks: string) => marks.replace(/[^\n]/g, " ");
  return body
    .replace(/^[ \t>]*(?:[-*+][ \t]+)*\d{1,9}(?=[.)](?:\s|$))/gm, blank)
    .replace(/\[[ xX]\](?=\s)|\[\^[^\]\n]*\]|&#?\w+;|\]\[[^\]\n]*\]|^[ \t>]*\[[^\]\n]+\]:/gm, blank)
    .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi, blank)
    .replace(/\bnorun\b/g, blank)
    .replace(/<\/?(?:br|details|summary|kbd|sub|sup|u|table|thead|tbody|tr|th|td|img)\b(?:\s[^<>]*)?>/gi, blank);
}
