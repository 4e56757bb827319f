import { type Level, levelNamed } from "./level";

/** What a line says, without when, where and by whom it was written. */
export type Message = { text: string; level: Level | null };

/** What may stand before a message, from the left, in any order and number. */
const heads: RegExp[] = [
  // 2026-11-22T10:29:59.123Z, 2026/11/22 10:29:59,123 UTC, [22/Nov/2026:10:29:59 +0000], Nov 22 10:29:59, 10:29:59.123
  /^[[(]?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|UTC|GMT|CES?T|[+-]\d\d:?\d\d))?[\])]?[,:]?\s*/,
  /^[[(]?\d{1,2}\/[A-Z][a-z]{2}\/\d{4}[: ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: [+-]\d{4})?[\])]?\s*/,
  /^[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d(?:[.,]\d+)? [\w.-]+ [\w./@-]+(?:\[\d+\])?: /,
  /^[[(]?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d(?:[.,]\d+)?(?: \d{4})?[\])]?\s*/,
  /^[[(]?\d\d:\d\d:\d\d(?:[.,]\d+)?[\])]?\s+/,
  // syslog: its priority, a host and a program; the kernel's clock; what docker, compose and kubectl put in front
  /^<\d{1,3}>\d?\s*/,
  /^[\w.-]+ [\w./@-]+\[\d+\]: /,
  /^[\w.-]+\[\d+\]:? /,
  /^\[ *\d+\.\d+\]\s*/,
  /^(?:std(?:out|err) [FP] )/,
  /^[\w.-]{1,60} +\| /,
  /^\[pod\/[^\]]+\] /,
  // a process, a thread, a logger, a request
  /^\[(?!FIRING|ALERT)[\w.:/@#+ -]{1,60}\]:? /,
  /^\d+#\d+:(?: \*\d+)? /,
  /^\d+ -{2,3} /,
  /^[\w.$[\]/-]{3,80} +: (?=\S)/,
  /^[\w-]+@[\w-]+ /,
];
const levelWord =
  /^[[(<]?(TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|FATAL|PANIC|CRIT(?:ICAL)?|ALERT|EMERG|SEVERE|LOG|AVISO)[\])>]?\d?[:,;|]?(?:\s+|$)(?:-+ )?/i;
const klog = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w./-]+:\d+\] /;
const mostHeads = 8;
const longest = 4_000;

/** Takes a line apart, as the usual programs write them. */
export function readLine(raw: string): Message {
  const line = raw.slice(0, longest).trim();
  const brace = line.indexOf("{");
  if (brace >= 0 && brace < 80 && raw.trimEnd().endsWith("}")) {
    const read = fromJson(raw.trimEnd().slice(raw.indexOf("{")));
    if (read) return read;
  }
  return fromPairs(line) ?? fromAccessLog(line) ?? headless(line);
}

function headless(line: string): Message {
  let text = line;
  let level: Level | null = null;
  for (let round = 0; round < mostHeads; round += 1) {
    const by = klog.exec(text) ?? levelWord.exec(text);
    if (by) {
      level ??= levelNamed(by[1]);
      text = text.slice(by[0].length);
      continue;
    }
    const head = heads.find((pattern) => pattern.test(text));
    const rest = head && text.replace(head, "");
    // A line that is nothing but its head says something with it.
    if (!rest || rest.length < 3) break;
    text = rest;
  }
  // nginx tells the request after what went wrong.
  return { text: text.replace(/, client: \S+, server: .*$/, ""), level };
}

const sayings = ["message", "msg", "MESSAGE", "log", "event", "short_message", "textPayload", "reason", "detail"];
const faults = ["error", "err", "exception", "exc_info", "error_message", "cause", "stack", "stack_trace"];
const levels = ["level", "severity", "lvl", "levelname", "log.level", "PRIORITY", "@level"];

function fromJson(text: string): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const fields = value as Record<string, unknown>;
  const said = [...sayings, ...faults].flatMap((name) => words(fields[name])).slice(0, 4);
  if (said.length === 0) return null;
  const level = levels.map((name) => fields[name]).find((one) => one !== undefined);
  return { text: [...new Set(said)].join(" · ").slice(0, longest), level: levelNamed(level) };
}

/** A value of a record as words: of a stack trace its first line, of an object what it says. */
function words(value: unknown): string[] {
  if (typeof value === "string") {
    const inner = headless(value.split("\n")[0]?.trim() ?? "").text;
    return inner ? [inner] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const { type, name, code, message, msg } = value as Record<string, unknown>;
  return [[type ?? name, code, message ?? msg].filter((one) => typeof one === "string").join(" ")].filter(Boolean);
}

/** logfmt: `level=error msg="connection lost" err="dial tcp: refused"`. */
function fromPairs(line: string): Message | null {
  if (!/\b(?:level|lvl|severity)=\w|\bmsg="/.test(line)) return null;
  const found = new Map<string, string>();
  for (const [, name = "", quoted, bare] of line.matchAll(/(?:^|\s)([\w.@-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g))
    found.set(name, quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
  const said = [...sayings, ...faults].flatMap((name) => found.get(name) || []).slice(0, 4);
  if (said.length === 0) return null;
  const level = levels.map((name) => found.get(name)).find((one) => one !== undefined);
  return { text: said.join(" · "), level: levelNamed(level) };
}

const statuses: Record<string, string> = {
  "401": "401 Unauthorized",
  "403": "403 Forbidden",
  "413": "413 Request Entity Too Large",
  "429": "429 Too Many Requests",
  "500": "500 Internal Server Error",
  "502": "502 Bad Gateway",
  "503": "503 Service Unavailable",
  "504": "504 Gateway Timeout",
};

/** A line of an access log says its status; the rest is what was asked for. */
function fromAccessLog(line: string): Message | null {
  const found = /"[A-Z]{3,7} \S+ HTTP\/[\d.]+" (\d{3})\b/.exec(line);
  if (!found?.[1]) return null;
  return {
    text: statuses[found[1]] ?? `HTTP ${found[1]}`,
    level: found[1].startsWith("5") ? "warning" : "info",
  };
}
