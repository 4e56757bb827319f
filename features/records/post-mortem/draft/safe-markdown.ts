import { fenced } from "@/features/runs/markdown-text";

// What the gate of runbooks reads as code, what Markdown reads as structure, and what GFM would make an address of: an address
// swallows the backslash that was to make text of what follows it.
const special = /[\\`*_[\]<{}~|&@]|!(?=\[|$)|:(?=\/\/)|(?<=www)\./gi;
const unreadable = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF]/gu;
/** What stays Markdown inside a sentence: escapes, code spans, bold, links to this portal or the web, bare addresses. */
const inline = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<!`)(?<ticks>`+)(?!`)(?<code>[^\n]*?[^`\n])\k<ticks>(?!`)/,
    /\*\*(?<bold>[^\s*`[\]<{\\][^*`[\]<{\\\n]{0,300})\*\*/,
    /\[(?<label>[^\][\n\\`]{1,300})\]\((?<target>(?:https?:\/\/|\/(?![/\\]))[^\s()<>{}\\\p{C}]{0,1000})\)/u,
    /(?<address>https?:\/\/[^\s<>{}`\\|[\]\p{C}]{1,1000})(?=\s|$)/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

/** A title or a name as one line that Markdown and the gate read as text. */
export const plainLine = (text: string): string => leading(literal(cut(text.replaceAll(/\s+/g, " ").trim(), 300)));

/**
 * What somebody wrote as Markdown that the gate accepts, whatever it is: code, bold, links and lists stay, everything else
 * is text. A fence that was left open is closed, so that nothing after it is swallowed.
 * @param most characters that are kept
 */
export function safeMarkdown(text: string, most = 4_000): string {
  if (marksIn(text) > manyMarks) return fenced(cut(text.replaceAll("\0", ""), most), "text");
  const lines = cut(text.replaceAll(/\r\n?/g, "\n"), most).split("\n");
  const blocks: string[][] = [[]];
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trim();
    const [, fence = "", lang = ""] = /^(`{3,}|~{3,})\s*([\w-]*)[^`]*$/.exec(line) ?? [];
    if (fence) {
      const close = lines.findIndex((other, index) => index > at && closes(other, fence));
      const end = close < 0 ? lines.length : close;
      blocks.push(
        [
          fenced(
            lines
              .slice(at + 1, end)
              .join("\n")
              .replaceAll("\0", ""),
            lang,
          ),
        ],
        [],
      );
      at = end;
    } else if (line === "") blocks.push([]);
    else blocks.at(-1)?.push(safeLine(line));
  }
  return blocks
    .filter((block) => block.length > 0)
    .map(joined)
    .join("\n\n");
}

/** The first paragraph of a Markdown text, on one line. */
export function firstLine(text: string): string {
  const [first = ""] = text.trim().split(/\n\s*\n|\n(?=\s*(?:```|~~~))/);
  const oneLine = first.replaceAll(/\s+/g, " ").trim();
  const most = marksIn(oneLine.slice(0, 300)) > manyMarks ? manyMarks : 300;
  return /^(?:```|~~~)/.test(oneLine) ? plainLine(cut(oneLine, most)) : leading(safeInline(cut(oneLine, most)));
}

/** Marks in a text that are more art than emphasis; a parser takes time quadratic in their number. */
const manyMarks = 80;
const marksIn = (text: string) => text.match(/[*_~[\]`]/g)?.length ?? 0;

export const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");

const closes = (line: string, fence: string) => {
  const run = line.trim();
  return run.length >= fence.length && run === (fence[0] ?? "").repeat(run.length);
};

function safeLine(line: string): string {
  const [marker = "", kept = ""] = /^([-*+]|\d{1,9}[.)])\s+(?=\S)/.exec(line) ?? [];
  const rest = leading(safeInline(line.slice(marker.length)));
  return marker ? `${/^\d/.test(kept) ? kept : "-"} ${rest}` : rest;
}

/** Lines of a paragraph stay lines, as they were written; items of a list are lines anyway. */
function joined(lines: string[]): string {
  const isItem = (line = "") => /^(?:-|\d+[.)]) /.test(line);
  return lines
    .map((line, at) => (at + 1 < lines.length && !isItem(line) && !isItem(lines[at + 1]) ? `${line}\\` : line))
    .join("\n");
}

/** What would open a list, a heading, a rule or a module at the beginning of a line is text there. */
function leading(line: string): string {
  // MDX reads `import` and `export` as code only at the very beginning of a line.
  if (/^(?:import|export)\b/.test(line)) return ` ${line}`;
  return line.replace(/^([-+=#>])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

// GFM links `xmpp:` addresses however they are escaped, and the gate refuses the scheme.
const literal = (text: string) =>
  text
    .replaceAll(unreadable, "")
    .replaceAll(/xmpp:(?=\S)/gi, "$& ")
    .replaceAll(special, "\\$&");

function safeInline(text: string): string {
  let safe = "";
  let at = 0;
  for (const match of text.matchAll(inline)) {
    safe += literal(text.slice(at, match.index)) + piece(match.groups ?? {}, match[0]);
    at = match.index + match[0].length;
  }
  return safe + literal(text.slice(at));
}

function piece({ escaped, code, bold, label, target }: Record<string, string | undefined>, whole: string): string {
  if (escaped !== undefined) return literal(escaped);
  if (code !== undefined) return whole.replaceAll(unreadable, " ");
  if (bold !== undefined) return `**${literal(bold)}**`;
  if (label !== undefined) return `[${literal(label)}](${target ?? ""})`;
  return whole;
}

/** Never through the middle of a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
