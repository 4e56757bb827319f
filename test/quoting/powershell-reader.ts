/**
 * A small reader of PowerShell's argument mode, written from its documentation and from nothing else, to judge quoting by:
 * about_Parsing ("Argument mode", "Handling special characters"), about_Quoting_Rules ("Double-quoted strings", "Single-quoted
 * strings", "Here-strings", the note on smart quotation marks) and about_Special_Characters, of PowerShell 7.4.
 * It knows one command in a line, and refuses what would be a second one.
 */
export class SecondCommand extends Error {}

const singles = new Set(["'", "\u2018", "\u2019", "\u201a", "\u201b"]);
const doubles = new Set(['"', "\u201c", "\u201d", "\u201e"]);
// about_Special_Characters lists what a back-tick makes of these; before any other character it only takes its meaning away.
const escapes = new Map(
  Object.entries({ 0: "\0", a: "\u0007", b: "\b", e: "\u001b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" }),
);
const isSpace = (char: string) => char === "\t" || /\p{Zs}/u.test(char);
const isBreak = (char: string) => char === "\n" || char === "\r";

/** The arguments that the command in `text` would get. `variables` are those that strings in it name. */
export function powerShellArguments(text: string, variables: Record<string, string> = {}): string[] {
  const found: string[] = [];
  let i = 0;
  const char = () => text[i] ?? "";

  const escaped = (): string => {
    const next = text[i + 1] ?? "";
    if (next === "u" && text[i + 2] === "{") throw new Error("not in Windows PowerShell 5.1");
    i += 2;
    return escapes.get(next) ?? next;
  };
  /** `$name`, `$(…)` of the two kinds that are pure text, or the sign itself. */
  const dollar = (): string => {
    const number = /^\$\(\[char\]0x([0-9a-f]+)\)/.exec(text.slice(i, i + 20));
    if (number) {
      i += number[0].length;
      return String.fromCharCode(Number.parseInt(number[1] ?? "", 16));
    }
    if (text.startsWith("$()", i)) {
      i += 3;
      return "";
    }
    if (text[i + 1] === "(") throw new SecondCommand(text.slice(i));
    const name = /^\$(?:\{([^}]*)\}|([\p{L}\p{N}_?:]+)|([$^]))/u.exec(text.slice(i, i + 300));
    if (!name) {
      i += 1;
      return "$";
    }
    i += name[0].length;
    return variables[name[1] ?? name[2] ?? name[3] ?? ""] ?? "\u27e6a variable\u27e7";
  };
  const single = (): string => {
    let value = "";
    for (i += 1; i < text.length; i += 1) {
      if (singles.has(char())) {
        if (!singles.has(text[i + 1] ?? "")) {
          i += 1;
          return value;
        }
        i += 1;
      }
      value += char();
    }
    throw new Error("single quotes not closed");
  };
  const double = (): string => {
    let value = "";
    i += 1;
    while (i < text.length) {
      if (doubles.has(char())) {
        if (!doubles.has(text[i + 1] ?? "")) {
          i += 1;
          return value;
        }
        value += text[i + 1];
        i += 2;
      } else if (char() === "`") value += escaped();
      else if (char() === "$") value += dollar();
      else {
        value += char();
        i += 1;
      }
    }
    throw new Error("double quotes not closed");
  };
  /** Begins after the line break that follows the opening mark, ends at a line break and the closing mark; neither belongs to it. */
  const here = (marks: Set<string>): string => {
    let value = "";
    i = text.indexOf("\n", i) + 1;
    let lineStart = true;
    // The line break before the closing mark, as it is written: an escaped one is part of the text.
    let ending = 0;
    while (i < text.length) {
      if (lineStart && marks.has(char()) && text[i + 1] === "@") {
        i += 2;
        return value.slice(0, value.length - ending);
      }
      ending = char() === "\n" ? (text[i - 1] === "\r" ? 2 : 1) : 0;
      lineStart = isBreak(char());
      if (marks === doubles && char() === "`") value += escaped();
      else if (marks === doubles && char() === "$") value += dollar();
      else {
        value += char();
        i += 1;
      }
    }
    throw new Error("here-string not closed");
  };
  const string = () => (singles.has(char()) ? single() : double());
  const isQuote = (one: string) => singles.has(one) || doubles.has(one);

  const word = (): string => {
    const start = i;
    let value = "";
    let plain = true;
    while (i < text.length && !isSpace(char()) && !isBreak(char())) {
      if (/[;|&(){},]/.test(char())) throw new SecondCommand(text.slice(i));
      if (i === start && /[<>@#]/.test(char())) throw new SecondCommand(text.slice(i));
      if (isQuote(char())) value += string();
      else if (char() === "`") value += escaped();
      else if (char() === "$") value += dollar();
      else {
        value += char();
        i += 1;
        continue;
      }
      plain = false;
    }
    const raw = text.slice(start, i);
    if (raw === "--%") throw new SecondCommand(raw);
    // Numbers without quotes are numbers: 0x10 is 16, 1kb is 1024, 007 is 7.
    const number = /^([+-]?(?:0x[0-9a-f]+|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+))(?:u?[lsy]|u|d|n)?(?:[kmgtp]b)?$/i.exec(
      raw,
    );
    if (plain && number) return String(raw === number[1] ? Number(raw) : Number.NaN);
    // Two dashes begin an option of a program, which gets it as it is.
    if (plain && /^(?:-$|--$|-[^-]|[\u2013\u2014\u2015])/.test(raw)) return `\u27e6parameter ${raw}\u27e7`;
    return value;
  };

  const command = word();
  if (command === "") throw new Error("no command");
  while (i < text.length) {
    if (isSpace(char())) i += 1;
    else if (isBreak(char())) {
      if (text.slice(i).trim() !== "") throw new SecondCommand(text.slice(i));
      break;
    } else if (char() === "#") i = text.indexOf("\n", i) === -1 ? text.length : text.indexOf("\n", i);
    else if (char() === "@" && isQuote(text[i + 1] ?? "") && /^[ \t]*\r?\n/.test(text.slice(i + 2))) {
      found.push(here(singles.has(text[i + 1] ?? "") ? singles : doubles));
    }
    // What begins as a string ends with it: the next character begins another argument.
    else if (isQuote(char())) found.push(string());
    else found.push(word());
  }
  return found;
}
