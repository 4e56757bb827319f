import type { Problem } from "../artifact";
import { errorRules, type Rule, warningRules } from "./rules";

export type Position = { line: number; column: number };
type Located = { position?: { start: Position } | undefined };

/** Collects the problems of one file. */
export type Report = {
  add: (rule: Rule, at: Position | Located | null | undefined, values?: Record<string, string>) => void;
  problems: Problem[];
};

const longest = 120;

/** A problem with its English message. Long values are cut, so that a hostile file cannot flood a log. */
export function problem(file: string, rule: Rule, at: Position, values: Record<string, string> = {}): Problem {
  const short = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shorten(value)]));
  const isError = Object.hasOwn(errorRules, rule);
  const template = { ...errorRules, ...warningRules }[rule];
  const message = template.replace(/\{(\w+)\}/g, (whole, key: string) => short[key] ?? whole);
  const { line, column } = at;
  return { file, line, column, severity: isError ? "error" : "warning", rule, message, values: short };
}

export function report(file: string): Report {
  const problems: Problem[] = [];
  const add: Report["add"] = (rule, at, values) => {
    if (problems.length < 500) problems.push(problem(file, rule, positionOf(at), values));
  };
  return { add, problems };
}

/** Errors first come by place in the file, so that a list reads top to bottom. */
export function inFileOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule));
}

export const hasErrors = (problems: Problem[]) => problems.some((entry) => entry.severity === "error");

/** `file:line:column message`, as editors and continuous integration read it. */
export function formatProblem(entry: Problem): string {
  const mark = entry.severity === "warning" ? "warning: " : "";
  return `${entry.file}:${entry.line}:${entry.column} ${mark}${entry.message}`;
}

function positionOf(at: Position | Located | null | undefined): Position {
  if (!at) return { line: 1, column: 1 };
  if ("line" in at) return at;
  return at.position?.start ?? { line: 1, column: 1 };
}

function shorten(value: string): string {
  const oneLine = value.replace(/\s+/g, " ").trim();
  return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine;
}
