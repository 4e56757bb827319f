import { isEscapedAt } from "./plain-word";

/** PowerShell reads typographic quotation marks as the straight ones (about_Quoting_Rules). */
export const singleQuotes = "'‘’‚‛";
export const doubleQuotes = '"“”„';
const isSingle = (char: string | undefined) => char !== undefined && char !== "" && singleQuotes.includes(char);
const isDouble = (char: string | undefined) => char !== undefined && char !== "" && doubleQuotes.includes(char);

type Kind = "code" | "single" | "double" | "here-single" | "here-double";

/** How PowerShell reads the text at one place. */
export type PowerShellContext = {
  quote: Kind | "comment" | "block-comment";
  /** In code: what stands before, of the same argument. */
  token: string;
  /** In code: an expression is expected, in which a bare word would be a command (about_Parsing, expression mode). */
  expression: boolean;
  /** A back-tick stands right before. */
  escaped: boolean;
  /** What stands right before is a variable's name, or the `$` of one. */
  afterName: "none" | "dollar" | "name";
  /** A quote of another language inside PowerShell's. */
  inner: boolean;
  /** The text is handed to another interpreter, which reads it again. */
  again: boolean;
};

type Frame = { kind: Kind; start: number; closes: string };

const delimiter = /[\s;,|&(){}]/;
const operator =
  /(?:[=([,+*/]|\s-[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|replace|split|join|is|isnot|as|and|or|xor|f))\s*$/i;
const readsAgain =
  /(?:^|[\s;&|({])(?:iex|invoke-expression|(?:powershell|pwsh)(?:\.exe)?\s(?:[^;|\n]*\s)?-c\w*|cmd(?:\.exe)?\s+\/[ck]|ssh|(?:ba|z)?sh\s+-\w*c|wsl)\s[^;|\n]*$/i;

/** Scans a command up to `at` by the rules of about_Parsing and about_Quoting_Rules. */
export function powerShellContextAt(text: string, at: number): PowerShellContext {
  const stack: Frame[] = [{ kind: "code", start: 0, closes: "" }];
  let token = 0;
  let i = 0;
  while (i < at) {
    const frame = stack.at(-1) as Frame;
    if (frame.kind !== "code") {
      i = inString(text, i, stack);
      if (stack.at(-1)?.kind === "code" && stack.at(-1)?.start === i) token = i;
      continue;
    }
    const char = text[i] ?? "";
    const begins = token === i;
    const here = char === "@" && begins && /^[ \t]*\r?\n/.test(text.slice(i + 2));
    if (char === "`") i += 2;
    else if (begins && (char === "#" || text.startsWith("<#", i))) {
      const block = char === "<";
      const end = text.indexOf(block ? "#>" : "\n", i);
      if (end === -1 || end >= at) return { ...blank, quote: block ? "block-comment" : "comment" };
      i = end + (block ? 2 : 0);
      token = i;
    } else if (here && (isSingle(text[i + 1]) || isDouble(text[i + 1]))) {
      const start = text.indexOf("\n", i) + 1;
      stack.push({ kind: isSingle(text[i + 1]) ? "here-single" : "here-double", start, closes: "" });
      i = start;
    } else if (isSingle(char) || isDouble(char)) {
      stack.push({ kind: isSingle(char) ? "single" : "double", start: i + 1, closes: "" });
      i += 1;
    } else {
      if (char === "(" || char === "{") stack.push({ kind: "code", start: i + 1, closes: char === "(" ? ")" : "}" });
      else if (char === frame.closes && stack.length > 1) stack.pop();
      i += 1;
      if (delimiter.test(char)) token = i;
    }
  }
  return contextOf(text, at, token, stack);
}

const blank: PowerShellContext = {
  quote: "code",
  token: "",
  expression: false,
  escaped: false,
  afterName: "none",
  inner: false,
  again: false,
};

/** Reads one character of a string; where to go on. */
function inString(text: string, i: number, stack: Frame[]): number {
  const { kind, start } = stack.at(-1) as Frame;
  const char = text[i] ?? "";
  const next = text[i + 1];
  const expands = kind === "double" || kind === "here-double";
  if (expands && char === "`") return i + 2;
  if (expands && char === "$" && next === "(") {
    stack.push({ kind: "code", start: i + 2, closes: ")" });
    return i + 2;
  }
  const mark = kind === "single" || kind === "here-single" ? isSingle : isDouble;
  if (!mark(char)) return i + 1;
  if (kind === "single" || kind === "double") {
    if (mark(next)) return i + 2;
    stack.pop();
    return i + 1;
  }
  const closes = next === "@" && (i === start || text[i - 1] === "\n");
  if (closes) stack.pop();
  return i + (closes ? 2 : 1);
}

function contextOf(text: string, at: number, tokenStart: number, stack: Frame[]): PowerShellContext {
  const { kind, start } = stack.at(-1) as Frame;
  const name = kind === "single" || kind === "here-single" ? null : /\$([\w:?]*)$/.exec(text.slice(0, at));
  const isName = name !== null && !isEscapedAt(text, name.index, "`");
  const token = kind === "code" ? text.slice(tokenStart, at) : "";
  const before = text.slice(0, tokenStart);
  const quotes = text.slice(start, at).split(kind === "single" ? '"' : "'").length - 1;
  return {
    quote: kind,
    token,
    expression: kind === "code" && (operator.test(before) || /=$/.test(token)),
    escaped: kind !== "single" && kind !== "here-single" && isEscapedAt(text, at, "`"),
    afterName: isName ? (name[1] ? "name" : "dollar") : "none",
    inner: (kind === "single" || kind === "double") && quotes % 2 === 1,
    again: readsAgain.test(kind === "code" ? text.slice(0, at) : text.slice(0, start - 1)),
  };
}
