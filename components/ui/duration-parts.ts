const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

type Part = { value: number; unit: (typeof units)[number][0] };

/** The two largest units of a length of time: 5400 → 1 hour 30 minutes. `seconds` is rounded, and never below zero. */
export function durationParts(seconds: number): Part[] {
  const whole = Math.max(0, Math.round(seconds));
  const first = units.findIndex(([, size]) => whole >= size);
  if (first === -1) return [{ value: 0, unit: "second" }];
  let rest = whole;
  const parts: Part[] = [];
  for (const [unit, size] of units.slice(first, first + 2)) {
    const value = Math.floor(rest / size);
    rest -= value * size;
    if (value > 0) parts.push({ value, unit });
  }
  return parts;
}

/** `m:ss` or `h:mm:ss`, as a stopwatch writes it. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
