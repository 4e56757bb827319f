import { instantOf, wallOf } from "../quick/zone";

/** Where a typed place is: an entry by its number, or an instant. */
export type Jump = { to: "entry"; seq: number } | { to: "time"; at: string };

const dayMs = 86_400_000;

/**
 * Reads where somebody wants to go on a timeline: `#123` or `123`, `14:05`, `2026-01-15 14:05`, `T+1:30` or `T+45m`. A time of day
 * without a date is the first one after the incident began.
 * @param began when the incident began, ISO 8601; `zone` the one whose times are shown
 * @returns null for anything else
 */
export function readJump(text: string, began: string, zone: string): Jump | null {
  const typed = text.trim();
  const number = /^#?(\d{1,9})$/.exec(typed);
  if (number) return { to: "entry", seq: Number(number[1]) };
  const start = new Date(began);
  const since = /^t\s?([+−-])\s?(?:(\d{1,3}):([0-5]\d)|(\d{1,5})\s?(h|m|min)?)$/i.exec(typed);
  if (since) {
    const [, sign, hours, minutes, amount, unit] = since;
    const span = hours ? Number(hours) * 60 + Number(minutes) : Number(amount) * (unit?.toLowerCase() === "h" ? 60 : 1);
    return time(start.getTime() + (sign === "+" ? 1 : -1) * span * 60_000);
  }
  const clock = /^(?:(\d{4}-\d{2}-\d{2})[ T])?([01]?\d|2[0-3]):([0-5]\d)$/.exec(typed);
  if (!clock) return null;
  const [, date, hour, minute] = clock;
  const at = (day: number) => instantOf({ day, hour: Number(hour), minute: Number(minute) }, zone);
  if (date) {
    const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
    return Number.isNaN(day) ? null : time(at(day).getTime());
  }
  const first = at(wallOf(start, zone).day);
  // The minute itself counts: an incident that began at 14:05:30 has a 14:05.
  return time((first.getTime() + 60_000 > start.getTime() ? first : at(wallOf(start, zone).day + 1)).getTime());
}

const time = (at: number): Jump => ({ to: "time", at: new Date(at).toISOString() });
