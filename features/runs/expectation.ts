import { RE2JS } from "re2js";
import type { PlanExpect } from "@/features/runbooks/plan";

/** Longest text that is matched, in characters: a megabyte of output. */
export const evidenceLimit = 1_000_000;

export type Proposal = {
  /** What the output says; a person decides. */
  verdict: "passed" | "failed";
  /** The matched part of the text, [from, to) in UTF-16 units; empty when it failed. */
  ranges: [number, number][];
};

/**
 * Compares pasted output with what the step expects. All patterns have to be found, each anywhere in the text and with `^` and
 * `$` at line ends; RE2 takes time linear in the text.
 * @returns null when nothing was pasted or nothing can be matched by machine
 */
export function propose(expects: PlanExpect[], output: string): Proposal | null {
  const patterns = expects.flatMap(({ matches }) => (matches ? [compile(matches)] : [])).filter((one) => one !== null);
  if (patterns.length === 0 || output.trim() === "") return null;
  const text = output.slice(0, evidenceLimit);
  const ranges: [number, number][] = [];
  for (const pattern of patterns) {
    const matcher = pattern.matcher(text);
    if (!matcher.find()) return { verdict: "failed", ranges: [] };
    ranges.push([matcher.start(), matcher.end()]);
  }
  return { verdict: "passed", ranges: ranges.sort((a, b) => a[0] - b[0]) };
}

function compile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern, RE2JS.MULTILINE);
  } catch {
    return null;
  }
}
