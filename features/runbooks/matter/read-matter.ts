import { LineCounter } from "yaml";
import { isRecord, parseMatter, plainValue, rangeOf } from "./matter-source";

/** The front matter as it is written; `line` and `column` count from 1 in the whole text. */
export type Matter =
  | { state: "none" }
  | { state: "broken"; line: number; column: number; reason: string }
  | { state: "read"; values: Record<string, unknown> };

/** What a text's front matter says, key by key, whether or not the gate takes it; or where it stops making sense. */
export function readMatter(text: string): Matter {
  const range = rangeOf(text);
  if (!range) return /^\uFEFF?(?:---|\+\+\+|;;;)/.test(text) ? { ...first, reason: "unclosed" } : { state: "none" };
  const yaml = text.slice(range.start, range.end);
  const document = parseMatter(yaml);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    const counter = new LineCounter();
    counter.addNewLine(0);
    for (let at = yaml.indexOf("\n"); at >= 0; at = yaml.indexOf("\n", at + 1)) counter.addNewLine(at + 1);
    const { line, col } = counter.linePos(problem.pos[0]);
    return { state: "broken", line: line + 1, column: Math.max(col, 1), reason: problem.message };
  }
  const read = plainValue(document);
  if (!read) return { ...first, line: 2, reason: "aliases" };
  const value = read.value ?? {};
  return isRecord(value) ? { state: "read", values: value } : { ...first, line: 2, reason: "no-map" };
}

const first = { state: "broken", line: 1, column: 1 } as const;
