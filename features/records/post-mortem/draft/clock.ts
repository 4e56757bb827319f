/** `2026-01-15 03:12:05 Z`. */
export const stamp = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} Z`;

/** Seconds from one instant to another, both ISO 8601. */
export const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1_000);

/** `1:02:03`, or `2 d 1:02:03`; of a negative number of seconds, its size. */
export function duration(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const days = Math.floor(size / 86_400);
  const clock = `${Math.floor((size % 86_400) / 3_600)}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
  return days > 0 ? `${days} d ${clock}` : clock;
}

/** `T+1:02:03`, negative before the start. */
export function sinceStart(start: string, at: string): string {
  const seconds = secondsBetween(start, at);
  return `T${seconds < 0 ? "-" : "+"}${duration(seconds)}`;
}
