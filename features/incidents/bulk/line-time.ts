/** The day and clock that a line begins with; `instant` where it says its zone itself. */
export type LineTime = {
  rest: string;
  hour: number;
  minute: number;
  second: number;
  /** Days since 1970-01-01, where the line says the day. */
  day: number | null;
  instant: Date | null;
  /** A name that stands before the time, as chats copy it. */
  author: string | null;
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic".split(" ");
const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 4, 8, 12];
const clock = String.raw`(?<hour>[01]?\d|2[0-3])[:h](?<minute>[0-5]\d)(?::(?<second>[0-5]\d|60))?(?:[.,]\d{1,9})?`;
const half = String.raw`(?:[\s\u00a0\u202f]?(?<half>[ap])\.?[\s\u00a0\u202f]?m\b\.?)?`;
const close = String.raw`\s*[\])]?\s*(?:[-–—|:]+(?=\s))?\s*`;

// RFC 3339 and its relatives, with an offset or without.
const iso = new RegExp(
  String.raw`^[[(]?(?<year>\d{4})[-/](?<month>\d{2})[-/](?<date>\d{2})[T ,]\s?${clock}\s?(?<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?=[\s\])|,:-]|$)${close}`,
);
// RFC 3164, and the day as people write it: 15/1/26, 14:02.
const syslog = new RegExp(String.raw`^(?<name>\p{L}{3})\.?\s{1,2}(?<date>\d{1,2}),?\s${clock}(?=\s|$)${close}`, "u");
const dated = new RegExp(
  String.raw`^[[(]?(?<first>\d{1,2})[/.](?<middle>\d{1,2})(?:[/.](?<year>\d{4}|\d{2}))?,?\s(?:a las?\s|at\s)?${clock}${half}(?=[\s\])|,-]|$)${close}`,
  "i",
);
const plain = new RegExp(String.raw`^[[(]?${clock}${half}(?=[\s\])|,:-]|$)${close}`, "i");
const chat = new RegExp(
  String.raw`^(?<author>\p{L}[\p{L}\p{N} ._'-]{0,60}?)[,\s]\s*[[(]?${clock}${half}\s*[\])]?$`,
  "iu",
);

/**
 * The time at the start of a line of a chat, a log or a list: `[14:02]`, `14:02 -`, `2:02 PM`, ISO 8601, syslog, `15/1/26, 14:02`;
 * or at the end of a line that holds a name and nothing else, as chats copy it.
 * @param latest the last day that a date without a year can mean: a log of December read in January is last year's
 */
export function lineTime(line: string, latest: Date): LineTime | null {
  const text = line.replace(/^[\s>]*(?:[-*•·]\s+)?(?:\u200e|\u200f)?/, "");
  for (const pattern of [iso, syslog, dated, plain, chat]) {
    const match = pattern.exec(text);
    if (match?.groups) {
      const read = readGroups(match.groups, latest);
      if (read) return { ...read, rest: text.slice(match[0].length) };
    }
  }
  return null;
}

function readGroups(given: Record<string, string | undefined>, latest: Date): Omit<LineTime, "rest"> | null {
  const { half: ofDay, offset, author } = given;
  const [written, minute, second] = [Number(given.hour), Number(given.minute), Math.min(59, Number(given.second ?? 0))];
  if (ofDay && (written < 1 || written > 12)) return null;
  const hour = ofDay ? (written % 12) + (ofDay.toLowerCase() === "p" ? 12 : 0) : written;
  const date = dateOf(given, latest);
  if (date === "none") return null;
  const day = date && Math.floor(Date.UTC(date.year, date.month - 1, date.date) / 86_400_000);
  const at = date && Date.UTC(date.year, date.month - 1, date.date, hour, minute, second);
  const instant = offset && at !== null ? new Date(at - minutesOf(offset) * 60_000) : null;
  return { hour, minute, second, day, instant, author: author?.trim() ?? null };
}

/** The date as written; null where there is none, `none` where no calendar has it. */
function dateOf(
  { month, date, name, first, middle, year, half: ofDay }: Record<string, string | undefined>,
  latest: Date,
) {
  if (date === undefined && first === undefined) return null;
  const whole = year === undefined ? latest.getUTCFullYear() : Number(year) < 100 ? 2_000 + Number(year) : Number(year);
  const known = name === undefined ? -1 : months.indexOf(name.toLowerCase());
  if (name !== undefined && known < 0) return "none";
  // Day first, but where that cannot be, or the clock of twelve hours tells an American.
  const american = Number(middle) > 12 || (ofDay !== undefined && Number(first) <= 12);
  const found = {
    year: whole,
    month: name ? (monthNumbers[known] ?? 0) : Number(month ?? (american ? first : middle)),
    date: Number(date ?? (american ? middle : first)),
  };
  if (year === undefined && Date.UTC(found.year, found.month - 1, found.date) > latest.getTime()) found.year -= 1;
  const check = new Date(Date.UTC(found.year, found.month - 1, found.date));
  return check.getUTCMonth() === found.month - 1 && check.getUTCDate() === found.date ? found : "none";
}

function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}
