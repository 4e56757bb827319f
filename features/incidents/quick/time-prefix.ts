import { fold, yesterdayWords } from "./words";
import { instantOf, wallOf } from "./zone";

/** `past`: when it happened. `future`: it would lie ahead. `none`: the text does not begin with a time. */
export type TimePrefix =
  | { type: "past"; at: Date; rest: string }
  | { type: "future"; at: Date; rest: string; written: string }
  | { type: "none"; rest: string };

/** A clock that runs a little ahead of the server's is no prophecy, in ms. */
export const skewMs = 60_000;

const ago = /^-(?=\d)(?:(\d{1,3})\s?d)?(?:(\d{1,4})\s?h)?(?:(\d{1,5})\s?m(?:in)?)?(?:(\d{1,5})\s?s)?(?=\s|$)\s*/i;
const clock = /^(?:(\p{L}{4,9})\s+)?([01]\d|2[0-3]):([0-5]\d)(?=\s|$)\s*/u;
const halfDayMs = 12 * 3_600_000;

/**
 * Reads `-12m`, `-1h30m`, `14:05` or `ayer 23:50` at the start of a text.
 * A clock time means the last time that the clock showed it, if that was within twelve hours (23:55 written at 00:10 was
 * before midnight); otherwise it lies in the future, and yesterday's has to be called so.
 * @param zone writer's time zone: IANA name or offset
 */
export function readTime(text: string, now: Date, zone: string): TimePrefix {
  const back = ago.exec(text);
  if (back) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = back.slice(1).map((part) => Number(part ?? 0));
    const at = new Date(now.getTime() - (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
    return { type: "past", at, rest: text.slice(back[0].length) };
  }
  const shown = clock.exec(text);
  if (!shown) return { type: "none", rest: text };
  const [whole, word, hour, minute] = shown;
  const yesterday = word !== undefined && yesterdayWords.has(fold(word));
  if (word !== undefined && !yesterday) return { type: "none", rest: text };
  const today = wallOf(now, zone).day;
  const on = (day: number) => instantOf({ day, hour: Number(hour), minute: Number(minute) }, zone);
  const rest = text.slice(whole.length);
  if (yesterday) return { type: "past", at: on(today - 1), rest };
  const at = on(today);
  if (at.getTime() <= now.getTime() + skewMs) return { type: "past", at: earlier(at, now), rest };
  const before = on(today - 1);
  if (now.getTime() - before.getTime() <= halfDayMs) return { type: "past", at: before, rest };
  return { type: "future", at, rest, written: `${hour}:${minute}` };
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);
