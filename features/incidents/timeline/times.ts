import type { EntryView } from "./schema";
import { instantIn } from "./window/order";
import type { TimelineOrder } from "./window/schema";

type Times = Pick<EntryView, "happenedAt" | "recordedAt">;

const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1_000;

/** Seconds between happening and writing down, when it is worth saying: more than a minute. */
export function lateness({ happenedAt, recordedAt }: Times): number | null {
  const seconds = secondsBetween(happenedAt, recordedAt);
  return seconds > 60 ? seconds : null;
}

/** What is odd about an entry's times and is shown, not mended. `impactStartedAt` is null while nobody has said it. */
export const oddTimes = {
  /** It is said to have happened after it was written down: a correction, or a record from elsewhere. */
  afterRecording: ({ happenedAt, recordedAt }: Times) => happenedAt > recordedAt,
  beforeImpact: ({ happenedAt }: Times, impactStartedAt: string | null) =>
    impactStartedAt !== null && happenedAt < impactStartedAt,
};

/** Silences longer than this, in seconds, are shown: while something is wrong, ten minutes without a word are unusual. */
const usualSilence = 600;

/**
 * Seconds of silence between two neighbours while the incident was active; null when it is none to speak of.
 * @param active from when until when the incident was active, ISO 8601; `until` null while it is
 */
export function silenceBetween(
  earlier: EntryView,
  later: EntryView,
  order: TimelineOrder,
  active: { since: string; until: string | null },
): number | null {
  const [from, to] = [instantIn(order, earlier), instantIn(order, later)];
  if (to <= active.since || (active.until !== null && from >= active.until)) return null;
  const seconds = secondsBetween(from < active.since ? active.since : from, to);
  return seconds > usualSilence ? seconds : null;
}

/** `2026-01-15T03:04`: entries of one minute share its mark. */
export const minuteOf = (instant: string): string => instant.slice(0, 16);

/** Time since the incident began, as a stopwatch that also counts down to it: `T+1:04:00`, `T−0:12:00`. By the minute. */
export function elapsedMark(began: string, instant: string): string {
  const minutes = Math.floor(secondsBetween(began, instant) / 60);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `T${minutes < 0 ? "−" : "+"}${hours}:${String(rest).padStart(2, "0")}`;
}
