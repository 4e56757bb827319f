/** What an entry keeps of a sender's clock that was wrong, as `data.clock`: milliseconds ahead of ours, below zero for behind. */
export type SenderClock = { skewMs: number };

/** A difference that the way of a request explains, in ms: below it no clock is called wrong. */
export const tolerableSkewMs = 2_000;

/** @param sentAt sender's clock when it sent; `now` ours when it arrived. Null for a clock that is right, or not told. */
export function senderClock(sentAt: Date | undefined, now: Date): SenderClock | null {
  if (!sentAt) return null;
  const skewMs = sentAt.getTime() - now.getTime();
  return Math.abs(skewMs) > tolerableSkewMs ? { skewMs } : null;
}

/**
 * A time that a clock running ahead puts into our future, by our clock: as long before its sending as it was for the sender. Any
 * other time stays as it was sent, for it may have been read off another clock; the entry says that the sender's was wrong.
 */
export function onOurClock(happenedAt: Date | undefined, clock: SenderClock | null, now: Date): Date | undefined {
  if (!happenedAt || !clock || clock.skewMs < 0 || happenedAt <= now) return happenedAt;
  return new Date(happenedAt.getTime() - clock.skewMs);
}

/** The clock that an entry tells of, from its `data`. */
export function clockOf(data: Record<string, unknown>): SenderClock | null {
  const { clock } = data;
  if (typeof clock !== "object" || clock === null || !("skewMs" in clock)) return null;
  return typeof clock.skewMs === "number" ? { skewMs: clock.skewMs } : null;
}
