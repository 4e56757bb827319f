import { RE2JS } from "re2js";
import safeRegex from "safe-regex2";

export type RefusedPattern = { rule: "pattern-syntax" | "pattern-unsafe"; reason: string };

/**
 * Whether a `matches` pattern may run. It runs in RE2, in linear time; the second check keeps out what would explode
 * in the engine of a browser or of a reader's own tools.
 */
export function checkPattern(pattern: string): RefusedPattern | null {
  try {
    RE2JS.compile(pattern);
  } catch (error) {
    return {
      rule: "pattern-syntax",
      reason: error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "syntax",
    };
  }
  return isSafe(pattern) ? null : { rule: "pattern-unsafe", reason: "" };
}

/** Whether pasted output shows what was expected. Anywhere in the text; case counts unless the pattern says `(?i)`. */
export function matchesOutput(pattern: string, output: string): boolean {
  try {
    return RE2JS.compile(pattern, RE2JS.MULTILINE).matcher(output.slice(0, 1_000_000)).find();
  } catch {
    return false;
  }
}

/** Whether a value as a whole has the form that a variable asks for. */
export function matchesWhole(pattern: string, value: string): boolean {
  try {
    return RE2JS.compile(pattern).matcher(value).matches();
  } catch {
    return false;
  }
}

function isSafe(pattern: string): boolean {
  // JavaScript does not read RE2's inline flags and class names; they have no part in repetition.
  const plain = pattern
    .replace(/\(\?[imsU-]+\)/g, "")
    .replace(/\(\?[imsU-]*:/g, "(?:")
    .replace(/\(\?P?<\w+>/g, "(")
    .replace(/\[:\^?\w+:\]/g, "a-z")
    .replace(/\\[pP](?:\{\^?\w+\}|\w)/g, "\\w")
    .replace(/\\[AzQEC]/g, "");
  return safeRegex(plain, { limit: 100 });
}
