import { dayIn, minuteIn, weekdayOf } from "../day";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const stepMs = 5 * 60_000;
const weekSteps = (8 * 86_400_000) / stepMs;

export type Rhythm = {
  /** `mon 09:00` or `off`. */
  reminders: string;
  /** `20:00-08:00` or `off`. */
  quiet: string;
  /** IANA name. */
  zone: string;
};

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether nobody is to be disturbed at an instant. */
export function isQuiet({ quiet, zone }: Rhythm, at: Date): boolean {
  if (quiet === "off") return false;
  const [from = 0, to = 0] = quiet.split("-").map(minutesOf);
  const minute = minuteIn(zone, at);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * When the next reminders are due after an instant: at the first five minutes of the zone's clocks at or after the hour, on the
 * day, and outside the quiet hours. Where clocks jump over the hour, the first moment after it.
 * @returns null where there are none
 */
export function nextReminders(rhythm: Rhythm, after: Date): Date | null {
  if (rhythm.reminders === "off") return null;
  const [day = "", time = ""] = rhythm.reminders.split(" ");
  const isTime = (at: Date) =>
    weekdayOf(dayIn(rhythm.zone, at)) === weekdays.indexOf(day) && minuteIn(rhythm.zone, at) >= minutesOf(time);
  let before = isTime(after);
  const start = Math.floor(after.getTime() / stepMs) * stepMs;
  for (let step = 1; step <= weekSteps; step++) {
    const at = new Date(start + step * stepMs);
    const now = isTime(at);
    if (now && !before) return endOfQuiet(rhythm, at);
    before = now;
  }
  return null;
}

/** The first moment from an instant on in which somebody may be disturbed. */
export function endOfQuiet(rhythm: Rhythm, from: Date): Date {
  for (let step = 0; step < 86_400_000 / stepMs; step++) {
    const at = new Date(from.getTime() + step * stepMs);
    if (!isQuiet(rhythm, at)) return at;
  }
  return from; // the whole day is quiet, which nobody can mean
}
