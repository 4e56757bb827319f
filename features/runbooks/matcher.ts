import { RE2JS } from "re2js";

export type MatchOperator = "=" | "!=" | "=~" | "!~";
export type Matcher = { label: string; operator: MatchOperator; value: string };
export type ParsedMatchers = { ok: true; matchers: Matcher[] } | { ok: false; column: number };

const token = /\s*([\p{L}_][\p{L}\p{N}_.:-]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^\s{}!=~,\\"'`]+))\s*/uy;

/**
 * Reads Alertmanager matchers: `alertname="HighErrorRate"`, `{alertname=~"Pod.*", service!="x"}`.
 * @returns the matchers, all of which must hold, or the column (from 1) at which the text stops making sense.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#matcher
 */
export function parseMatchers(text: string): ParsedMatchers {
  const open = /^\s*\{/.exec(text)?.[0].length ?? 0;
  const close = open ? /\}\s*$/.exec(text)?.index : text.length;
  if (close === undefined || close < open) return { ok: false, column: text.length + 1 };
  const matchers: Matcher[] = [];
  let at = open;
  while (at < close) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match || token.lastIndex > close) return { ok: false, column: at + 1 };
    const [, label = "", operator, quoted, bare = ""] = match;
    const value = quoted === undefined ? bare : unquote(quoted);
    const matcher: Matcher = { label, operator: operator as MatchOperator, value };
    if (isPattern(matcher) && !compile(value)) return { ok: false, column: at + 1 };
    matchers.push(matcher);
    at = token.lastIndex;
    if (at < close) {
      if (text[at] !== ",") return { ok: false, column: at + 1 };
      at += 1;
      if (text.slice(at, close).trim() === "") break;
    }
  }
  return matchers.length > 0 ? { ok: true, matchers } : { ok: false, column: 1 };
}

/** Whether all matchers hold for an alert's labels. A missing label counts as empty; patterns are anchored at both ends, as in Alertmanager. */
export function matchesLabels(matchers: Matcher[], labels: Record<string, string>): boolean {
  return matchers.every((matcher) => {
    const value = Object.hasOwn(labels, matcher.label) ? (labels[matcher.label] ?? "") : "";
    const equal = isPattern(matcher) ? (compile(matcher.value)?.matches(value) ?? false) : value === matcher.value;
    return matcher.operator.startsWith("!") ? !equal : equal;
  });
}

const isPattern = (matcher: Matcher) => matcher.operator.endsWith("~");
const unquote = (text: string) => text.replace(/\\(["\\n])/g, (_, char: string) => (char === "n" ? "\n" : char));

function compile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return null;
  }
}
