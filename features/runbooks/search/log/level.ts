/** How bad a line says that it is. */
export type Level = "fatal" | "error" | "warning" | "info" | "debug";

const names: [RegExp, Level][] = [
  [/^(?:fatal|panic|emerg|alert|crit|critical|severe|dpanic|0|1|2|f)/i, "fatal"],
  [/^(?:err|exception|3$|e$)/i, "error"],
  [/^(?:warn|4$|w$)/i, "warning"],
  [/^(?:info|notice|5$|6$|i$|log)/i, "info"],
  [/^(?:debug|trace|verbose|fine|7$|d$|t$)/i, "debug"],
];

/** A level by its name in one of the usual libraries, or by its number in syslog (RFC 5424, 6.2.1); pino's are 10 to 60. */
export function levelNamed(name: unknown): Level | null {
  if (typeof name === "number" && name >= 10)
    return name >= 60 ? "fatal" : name >= 50 ? "error" : name >= 40 ? "warning" : name >= 30 ? "info" : "debug";
  const text = String(name ?? "");
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** What the words of a message say, whatever its level; the first that fits. */
const wording: [RegExp, number][] = [
  [/\b(?:fatal|panic|emerg(?:ency)?|crit(?:ical)?|oom-?kill(?:ed)?|segfault|SIGSEGV|FIRING)\b/i, 3],
  [/\b(?:caused by|root cause|causa)\b|(?:Error|Exception)\b(?=[:\s]|$)/, 2.6],
  [
    /\b(?:err(?:or)?|exception|failed|failure|fails|fall[oóa]|fallido|denied|refused|rejected|rechazad[oa]|killed|tim(?:ed?|ing) ?-?out|unavailable|unreachable|no space|exceed(?:ed|s)|corrupt(?:ed)?|deadlock|cannot|could not|couldn't|can't|unable to|not (?:found|ready|available|healthy)|unhealthy|lost|expired|aborted|overflow|exhausted|too many|no se (?:puede|pudo))\b/i,
    2,
  ],
  [/\b(?:alert|warn(?:ing)?|aviso|retry(?:ing)?|slow|backoff|evict(?:ed|ing))\b/i, 1.2],
];

const levelWeight: Record<Level, number> = { fatal: 3, error: 2, warning: 1.2, info: 0.4, debug: 0.25 };
const unsaid = 0.7;

/** How much a line is worth looking at: by what it says, and by what it calls itself. */
export function severityOf(message: string, level: Level | null): number {
  const said = wording.find(([pattern]) => pattern.test(message))?.[1] ?? 0;
  if (level === "info" || level === "debug") return Math.max(levelWeight[level], said * 0.4);
  return Math.max(said, level ? levelWeight[level] : unsaid);
}
