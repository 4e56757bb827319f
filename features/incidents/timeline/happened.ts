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
