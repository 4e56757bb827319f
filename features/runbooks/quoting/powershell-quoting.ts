import { hasControl, isPlainWord } from "./plain-word";
import { doubleQuotes, type PowerShellContext, powerShellContextAt, singleQuotes } from "./powershell-context";

/**
 * Writes a value for the place from `at` to `end` of a PowerShell command, so that PowerShell reads exactly the value there;
 * null when no way to do so is known. Rules: about_Quoting_Rules, about_Parsing, about_Special_Characters.
 */
export function quoteForPowerShell(text: string, at: number, end: number, value: string): string | null {
  const context = powerShellContextAt(text, at);
  const { quote, again, escaped, inner, afterName } = context;
  if (quote === "comment") return hasControl(value) ? null : value;
  if (quote === "block-comment") return hasControl(value) || value.includes("#>") ? null : value;
  // A back-tick or a dollar sign would take the first character of whatever stands there.
  if (escaped || afterName === "dollar") return null;
  if (again) return isBareWord(value) && afterName === "none" ? value : null;
  if (inner && (hasControl(value) || /["'‘’‚‛“”„\\]/.test(value))) return null;
  switch (quote) {
    case "single":
      return actsOnTerminal(value) ? null : value.replace(anySingle, "$&$&");
    case "here-single":
      return actsOnTerminal(value) || closesHere(text, at, end, value) ? null : value;
    case "double":
    case "here-double":
      // An empty subexpression keeps the value apart from the name before it.
      return `${afterName === "name" ? "$()" : ""}${expandable(value)}`;
    case "code":
      return quoteInCode(context, text[end], value);
  }
}

const anySingle = new RegExp(`[${singleQuotes}]`, "g");
const special = new RegExp(`[\`$${doubleQuotes}]`, "g");

/** Inside single quotes nothing can be escaped, and what is typed into a prompt may be a key there. */
const actsOnTerminal = (value: string) => /[^\P{Cc}\n\r\t]/u.test(value);

/** A word that is its own value in argument mode: no number (`1kb` is 1024), no operator, no keyword's sign. */
const isBareWord = (value: string) =>
  isPlainWord(value) && (/^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(value) || /^(?:0|[1-9]\d{0,8})$/.test(value));

function quoteInCode({ token, expression, afterName }: PowerShellContext, next: string | undefined, value: string) {
  const joined = next !== undefined && !/[\s;,|&(){}]/.test(next);
  const bare = isBareWord(value);
  if (expression) {
    if (joined) return null;
    return /^\d+$/.test(value) && bare ? value : literal(value);
  }
  if (token === "" && joined) return bare ? value : escapedWord(value);
  // What begins as a string, a variable or an expression ends with it: the rest would be another argument.
  if (afterName === "name" || new RegExp(`^[${singleQuotes}${doubleQuotes}$([@]`).test(token))
    return bare && afterName === "none" ? value : null;
  return bare ? value : literal(value);
}

const literal = (value: string) =>
  hasControl(value) ? `"${expandable(value)}"` : `'${value.replace(anySingle, "$&$&")}'`;

const named: Record<string, string> = { "\n": "`n", "\r": "`r", "\t": "`t" };

/** For double quotes. Other control characters by their number: `` `e `` and `` `u{…} `` are younger than Windows PowerShell 5.1. */
const expandable = (value: string) =>
  value
    .replace(special, "`$&")
    .replace(/\p{Cc}/gu, (char) => named[char] ?? `$([char]0x${char.charCodeAt(0).toString(16)})`);

/** One word with back-ticks, for a value that text follows directly: a quoted string would end the argument there. */
function escapedWord(value: string): string | null {
  if (!/^[\p{L}_]/u.test(value) || /[^\P{Cc}\n\r\t]/u.test(value)) return null;
  return value
    .replace(new RegExp(`[\`$${singleQuotes}${doubleQuotes},;(){}|&<>@#\\p{Zs}]`, "gu"), "`$&")
    .replace(/[\n\r\t]/g, (char) => named[char] ?? char);
}

/** Whether a line of what would stand there begins with the closing mark, or its last break would belong to that. */
function closesHere(text: string, at: number, end: number, value: string): boolean {
  const before = text.slice(text.lastIndexOf("\n", at - 1), at);
  if (value.endsWith("\r") && text[end] === "\n") return true;
  return new RegExp(`[\\r\\n][${singleQuotes}]@`).test(`${before}${value}${text.slice(end, end + 2)}`);
}
