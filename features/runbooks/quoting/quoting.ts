import { splitPlaceholders } from "../placeholders";
import { quoteForPromQl, quoteForRedis, quoteForSql } from "./database-quoting";
import { quoteForPowerShell } from "./powershell-quoting";
import { quoteForShell } from "./shell-quoting";

const shells = new Set("bash sh shell zsh console shellsession".split(" "));
const powershells = new Set("powershell ps1 pwsh".split(" "));
const databases = new Set("sql psql".split(" "));

/** How a secret shows wherever it is shown. */
export const mask = "••••";

/**
 * A command as it may be pasted, or the placeholder that keeps it back: it is empty, no safe way to write its value there is
 * known, or it holds the NUL character, which no command line can carry; or it lacks the form that the runbook asks for.
 */
export type Filled =
  | { ok: true; text: string }
  | { ok: false; name: string; why: "empty" | "refused" | "unsafe" | "nul" };

type FillOptions = {
  /** Names of the runbook's variables. */
  declared?: Iterable<string>;
  /** Names whose values are secrets: the mask stands for them, as it is, whatever quotes the value itself would want. */
  masked?: ReadonlySet<string>;
  /** Names whose values lack the form asked for. */
  refused?: ReadonlySet<string>;
};

/**
 * Fills the placeholders of a command. Each value is quoted for the place where it lands, so that it stays one word of the
 * command, whatever it holds.
 * @param lang language of the fence
 */
export function fillCommand(
  lang: string,
  text: string,
  values: Record<string, string>,
  { declared = [], masked = new Set(), refused = new Set() }: FillOptions = {},
): Filled {
  const segments = splitPlaceholders(text, declared);
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
    const { name, raw } = segment;
    const value = values[name] ?? "";
    if (refused.has(name)) return { ok: false, name, why: "refused" };
    if (value.includes("\0")) return { ok: false, name, why: "nul" };
    const written = masked.has(name) ? mask : quoteAt(lang, text, at, at + raw.length, value);
    if (written === null) return { ok: false, name, why: "unsafe" };
    filled += written;
    at += raw.length;
  }
  return { ok: true, text: filled };
}

/** Writes a value for the place from `at` to `end` of a command, or null when no safe way to write it there is known. */
export function quoteAt(lang: string, text: string, at: number, end: number, value: string): string | null {
  const language = lang.toLowerCase();
  if (value.includes("\0")) return null;
  if (shells.has(language)) return quoteForShell(text, at, end, value, language === "sh");
  if (powershells.has(language)) return quoteForPowerShell(text, at, end, value);
  if (databases.has(language)) return quoteForSql(text, at, value, language === "psql");
  return language === "redis" ? quoteForRedis(text, at, end, value) : quoteForPromQl(text, at, value);
}
