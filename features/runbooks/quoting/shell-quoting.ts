import { octal, quoteForHeredoc } from "./heredoc";
import { hasControl, isPlainWord } from "./plain-word";
import { type ShellContext, shellContextAt } from "./shell-context";

/**
 * Writes a value for the place from `at` to `end` of a shell's command, so that the shell reads exactly the value there; null
 * when no way to do so is known.
 * @param posix for `sh`, which has no `$'…'`
 */
export function quoteForShell(text: string, at: number, end: number, value: string, posix: boolean): string | null {
  const context = shellContextAt(text, at);
  if (context.quote === "comment") return hasControl(value) ? `$'${ansi(value)}'` : value;
  if (context.backticks > 0 && !isPlainWord(value)) return posix ? null : betweenBackticks(context, value);
  return written(context, value, text[end], posix);
}

/**
 * The shell takes a layer of back-slashes off before it reads what stands between back-ticks, and inside double quotes it looks
 * for quotes there as well: so not one special character is left as it is.
 */
function betweenBackticks({ quote, backticks, again, escaped, afterName }: ShellContext, value: string): string | null {
  if (backticks > 1 || again || escaped || afterName !== "none") return null;
  const word = `\\$'${value.replace(/[\p{Cc}\\'"`$!]/gu, octal).replaceAll("\\", "\\\\")}'`;
  if (quote === "none") return word;
  return quote === "double" ? `"${word}"` : quote === "single" ? `'${word}'` : null;
}

function written(context: ShellContext, value: string, next: string | undefined, posix: boolean): string | null {
  const { quote, inner, again, escaped, afterName, heredoc } = context;
  const plain = isPlainWord(value);
  if (quote === "arithmetic") return /^\d+$/.test(value) ? value : null;
  if (quote === "expansion" || again) return plain && afterName === "none" ? value : null;
  if (escaped) return plain && quote !== "ansi" ? value : null;
  // The text inside belongs to another language: what would end its string or escape in it has no safe form for all of them.
  if (inner && (hasControl(value) || new RegExp(`[\\\\$\`${inner}]`).test(value))) return null;
  switch (quote) {
    case "none": {
      if (afterName === "dollar") return null;
      // Digits before a redirection would name a file descriptor.
      const own = plain && afterName === "none" && !/[<>]/.test(next ?? "");
      return own ? value : shellString(value, posix);
    }
    case "single":
      return hasControl(value) ? `'${shellString(value, posix)}'` : value.replaceAll("'", `'\\''`);
    case "ansi":
      return ansi(value);
    // Leaves the double quotes and comes back: inside them `!` cannot be escaped (Bash manual, 3.1.2.3).
    case "double": {
      const leaves = /[\\"$`!]/.test(value) || hasControl(value) || afterName !== "none";
      return leaves ? `"${shellString(value, posix)}"` : value;
    }
    default:
      if (!heredoc || afterName === "dollar") return null;
      return quoteForHeredoc(heredoc, value, afterName === "name");
  }
}

/** One word, whatever it holds. */
function shellString(value: string, posix: boolean): string {
  if (!hasControl(value)) return singleQuoted(value);
  if (!posix) return `$'${ansi(value)}'`;
  return value
    .split(/((?:(?!\n)\p{Cc})+)/u)
    .map((part, at) => (at % 2 === 0 ? singleQuoted(part) : `"$(printf '${octal(part)}')"`))
    .join("");
}

const singleQuoted = (value: string) => `'${value.replaceAll("'", `'\\''`)}'`;

/** For `$'…'` (Bash manual, 3.1.2.4). The `!` too: a prompt that expands history knows no ANSI quotes. */
const ansi = (value: string) => value.replace(/[\\']/g, "\\$&").replace(/[\p{Cc}!]/gu, octal);
