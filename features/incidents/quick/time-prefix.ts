import { dayWords, fold } from "./words";
import { instantOf, instantsOf, wallOf } from "./zone";

/** `twice`: the clocks showed that time two times, and the later one is meant. `skipped`: they never did, going forward. */
export type ClockNote = "twice" | "skipped";

/** `past`: when it happened. `future`: it would lie ahead. `none`: the text does not begin with a time. */
export type TimePrefix =
  | { type: "past"; at: Date; rest: string; clock?: ClockNote }
  | { type: "future"; at: Date; rest: string; written: string }
  | { type: "none"; rest: string };

/** A clock that runs a little ahead of the server's is no prophecy, in ms. */
export const skewMs = 60_000;

const days = String.raw`(?:(\d{1,3})\s?d(?:[ií]as?|ays?)?)?`;
const hours = String.raw`(?:(\d{1,4})\s?h(?:oras?|ours?|rs?)?)?`;
const minutes = String.raw`(?:(\d{1,5})\s?m(?:in(?:utos?|utes?|s)?)?)?`;
const seconds = String.raw`(?:(\d{1,5})\s?s(?:eg(?:undos?)?|ec(?:onds?|s)?)?)?`;
const span = [days, hours, minutes, seconds].join(String.raw`\s?(?:y\s|and\s)?`);

const minus = new RegExp(String.raw`^-(?=\d)${span}[:,]?(?=\s|$)\s*`, "i");
// "Hace 12 min que no responde" tells how long, not when.
const hace = new RegExp(String.raw`^hace\s+(?=\d)${span}[:,]?(?=\s|$)(?!\s+que\s)\s*`, "i");
const ago = new RegExp(String.raw`^(?=\d)${span}\s?ago[:,]?(?=\s|$)\s*`, "i");
const clock =
  /^(?:(\p{L}{3,9})\s+(?:a\s+las?\s+|at\s+)?)?([01]?\d|2[0-3]):([0-5]\d)(?:\s?([ap])\.?m\b\.?)?[:,]?(?=\s|$)\s*/iu;
const halfDayMs = 12 * 3_600_000;

/**
 * Reads `-12m`, `-1h30m`, `hace 12 min`, `12 min ago`, `14:05`, `2:05 pm`, `ayer 23:50` or `today 8:00` at the start of a text.
 * A clock time means the last time that the clock showed it, if that was today or within twelve hours (23:55 written at 00:10
 * was before midnight); otherwise it lies in the future, and yesterday's has to be called so.
 * @param zone writer's time zone: IANA name or offset
 */
export function readTime(text: string, now: Date, zone: string): TimePrefix {
  const back = minus.exec(text) ?? hace.exec(text) ?? ago.exec(text);
  if (back) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = back.slice(1).map((part) => Number(part ?? 0));
    const at = new Date(now.getTime() - (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
    return { type: "past", at, rest: text.slice(back[0].length) };
  }
  const shown = clock.exec(text);
  if (!shown) return { type: "none", rest: text };
  const [whole, word, written = "", minute = "", half] = shown;
  const daysBack = word === undefined ? null : dayWords.get(fold(word));
  const hour = hourOf(Number(written), half);
  if (daysBack === undefined || hour === null) return { type: "none", rest: text };
  const reading = { hour, minute: Number(minute) };
  const rest = text.slice(whole.length);
  const at = lastShown(reading, daysBack, now, zone);
  return at
    ? { type: "past", rest, ...at }
    : {
        type: "future",
        at: now,
        rest,
        written: whole
          .trim()
          .replace(/[:,]$/, "")
          .replace(/^\p{L}{3,9}\s.*?(?=\d)/u, ""),
      };
}

/** An hour of twelve with its half of the day; null for what no clock shows. */
function hourOf(written: number, half: string | undefined): number | null {
  if (half === undefined) return written;
  if (written < 1 || written > 12) return null;
  return (written % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** @param daysBack null where no day was named; 0 is today */
function lastShown(reading: { hour: number; minute: number }, daysBack: number | null, now: Date, zone: string) {
  const today = wallOf(now, zone).day;
  const on = (day: number) => {
    const all = instantsOf({ day, ...reading }, zone);
    const past = all.filter((at) => at.getTime() <= now.getTime() + skewMs);
    const skipped = all.length === 0 ? instantOf({ day, ...reading }, zone) : null;
    if (skipped && skipped <= now) return { at: skipped, clock: "skipped" as const };
    const at = past.at(-1);
    if (!at) return null;
    return { at: at < now ? at : now, ...(past.length > 1 && { clock: "twice" as const }) };
  };
  if (daysBack !== null) return on(today - daysBack);
  const found = on(today);
  if (found) return found;
  const before = on(today - 1);
  return before && now.getTime() - before.at.getTime() <= halfDayMs ? before : null;
}
