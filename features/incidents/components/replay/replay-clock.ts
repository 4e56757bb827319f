/** `2:05` hours and minutes since the beginning. */
export function elapsed(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `14:05`, with the day where the incident lasts longer than one. */
export const clockTime = (at: number, locale: string, timeZone: string, withDay: boolean): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(withDay ? { day: "numeric", month: "short" } : {}),
  }).format(at);
