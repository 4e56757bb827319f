import { AppError } from "@/lib/errors/app-error";
import { skewMs } from "../quick/time-prefix";

/**
 * When something happened, as it will be kept: clocks that run up to a minute ahead are set back to the server's.
 * @throws `future_time` for what has not happened yet
 */
export function checkHappened(happenedAt: Date, now: Date): Date {
  if (happenedAt.getTime() > now.getTime() + skewMs) {
    throw new AppError("future_time", { happenedAt: happenedAt.toISOString(), now: now.toISOString() });
  }
  return happenedAt > now ? now : happenedAt;
}

/**
 * When something was done to what began at `began`: now where nobody says. What a clock that runs up to a minute behind puts before
 * the beginning is set to the beginning.
 * @throws `future_time`; `before_start` for what was done before there was anything to do it to
 */
export function doneAt(happenedAt: Date | undefined, began: Date, now: Date): Date {
  if (happenedAt === undefined) return now;
  const at = checkHappened(happenedAt, now);
  if (at.getTime() < began.getTime() - skewMs) {
    throw new AppError("before_start", { happenedAt: at.toISOString(), began: began.toISOString() });
  }
  return at < began ? began : at;
}
