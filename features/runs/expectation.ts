import { RE2JS } from "re2js";
import type { PlanExpect } from "@/features/runbooks/plan";
import { nearestLine } from "./evidence/nearest-line";

/** Longest text that is matched, in characters: a megabyte of output. */
export const evidenceLimit = 1_000_000;

/** [from, to) in UTF-16 units. */
export type Range = [number, number];

export type Proposal = {
  /** What the output says; a person decides. */
  verdict: "passed" | "failed";
  /** What was found, in the order of the text. */
  ranges: Range[];
  /** Patterns that were not found, with the line that comes closest to each. */
  missing: { pattern: string; near: Range | null }[];
};

/**
 * Compares pasted output with what the step expects. All patterns have to be found, each anywhere in the text and with `^` and
 * `$` at line ends; RE2 takes time linear in the text.
 * @returns null when nothing was pasted or nothing can be matched by machine
 */
export function propose(expects: PlanExpect[], output: string): Proposal | null {
  if (output.trim() === "") return null;
  const text = output.slice(0, evidenceLimit);
  const patterns = expects.flatMap(({ matches }) => (matches ? [{ matches, compiled: compile(matches) }] : []));
  const ranges: Range[] = [];
  const missing: Proposal["missing"] = [];
  for (const { matches, compiled } of patterns) {
    if (compiled === null) continue;
    const matcher = compiled.matcher(text);
    if (matcher.find()) ranges.push([matcher.start(), matcher.end()]);
    else missing.push({ pattern: matches, near: nearestLine(matches, text) });
  }
  if (ranges.length + missing.length === 0) return null;
  return { verdict: missing.length === 0 ? "passed" : "failed", ranges: ranges.sort((a, b) => a[0] - b[0]), missing };
}

function compile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern, RE2JS.MULTILINE);
  } catch {
    return null;
  }
}
