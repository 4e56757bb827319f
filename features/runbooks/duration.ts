const units = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;
const pattern = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/**
 * Seconds of a duration such as `30s`, `5m`, `1h30m` or `31d` (FORMAT.md), or null when it is not one.
 * Zero and anything over ten years is not a duration.
 */
export function parseDuration(text: string): number | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  const total = Number(days) * units.d + Number(hours) * units.h + Number(minutes) * units.m + Number(seconds);
  return total > 0 && total <= 3650 * units.d ? total : null;
}
