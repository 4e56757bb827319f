import { type Segment, splitPlaceholders } from "../placeholders";
import { type ShellContext, shellContextAt } from "./shell-context";

const shells = new Set("bash sh shell zsh console shellsession".split(" "));
const powershells = new Set("powershell ps1 pwsh".split(" "));
const databases = new Set("sql psql".split(" "));

/** A command as it may be pasted, or the placeholder that keeps it back: it is empty, or no safe way to write its value is known. */
export type Filled = { ok: true; text: string } | { ok: false; name: string; why: "empty" | "unsafe" };

/**
 * Fills the placeholders of a command. Each value is quoted for the place where it lands, so that it stays one word of the
 * command, whatever it holds.
 * @param lang language of the fence
 * @param declared names of the runbook's variables
 */
export function fillCommand(
  lang: string,
  text: string,
  values: Record<string, string>,
  declared: Iterable<string> = [],
): Filled {
  const segments: Segment[] = splitPlaceholders(text, declared);
  const empty = segments.find((segment) => "name" in segment && !values[segment.name]?.trim());
  if (empty && "name" in empty) return { ok: false, name: empty.name, why: "empty" };
  let at = 0;
  let filled = "";
  for (const segment of segments) {
    if ("text" in segment) {
      at += segment.text.length;
      filled += segment.text;
      continue;
    }
    const written = quoteAt(lang, text, at, values[segment.name] ?? "");
    if (written === null) return { ok: false, name: segment.name, why: "unsafe" };
    filled += written;
    at += segment.raw.length;
  }
  return { ok: true, text: filled };
}

/** Writes a value for offset `at` of a command, or null when no safe way to write it there is known. */
export function quoteAt(lang: string, text: string, at: number, value: string): string | null {
  const language = lang.toLowerCase();
  if (hasControl(value)) return null;
  if (shells.has(language)) return quoteForShell(shellContextAt(text, at), value);
  if (databases.has(language)) return inside(text, at, "'") ? value.replaceAll("'", "''") : bareOr(value, sqlString);
  if (powershells.has(language)) return quoteForPowerShell(text, at, value);
  // Redis and PromQL know one kind of string, with backslashes.
  return inside(text, at, '"') ? backslashed(value) : bareOr(value, (raw) => `"${backslashed(raw)}"`);
}

// Nobody pastes a control character or a line break into a command on purpose.
const hasControl = (value: string) => /\p{Cc}/u.test(value);

/** A word that no shell or database reads as anything but itself. */
const isPlainWord = (value: string) => /^[\p{L}\p{N}_@%+=:,./][\p{L}\p{N}_@%+=:,./-]*$/u.test(value);
const bareOr = (value: string, quote: (value: string) => string) => (isPlainWord(value) ? value : quote(value));
const sqlString = (value: string) => `'${value.replaceAll("'", "''")}'`;
const shellString = (value: string) => `'${value.replaceAll("'", `'\\''`)}'`;
const backslashed = (value: string) => value.replace(/[\\"]/g, "\\$&");

function quoteForShell({ quote, inner, again }: ShellContext, value: string): string | null {
  if (isPlainWord(value) || quote === "comment") return value;
  if (again) return null;
  // The text inside belongs to another language: what would end its string or escape in it has no safe form for all of them.
  if (inner && new RegExp(`[\\\\$\`${inner}]`).test(value)) return null;
  switch (quote) {
    case "none":
      return shellString(value);
    case "single":
      return value.replaceAll("'", `'\\''`);
    // Leaves the double quotes and comes back: inside them `!` cannot be escaped (Bash manual, 3.1.2.3).
    case "double":
      return /[\\"$`!]/.test(value) ? `"${shellString(value)}"` : value;
    case "heredoc":
      return value.replace(/[\\$`]/g, "\\$&");
    case "literal-heredoc":
      return value;
  }
}

function quoteForPowerShell(text: string, at: number, value: string): string {
  if (inside(text, at, "'")) return value.replaceAll("'", "''");
  if (inside(text, at, '"')) return value.replace(/[`"$]/g, "`$&");
  return bareOr(value, (raw) => `'${raw.replaceAll("'", "''")}'`);
}

/** Whether `at` stands inside a string of that mark on its line; a doubled mark is an escaped one. */
function inside(text: string, at: number, mark: '"' | "'"): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return (line.split(mark).length - 1) % 2 === 1;
}
