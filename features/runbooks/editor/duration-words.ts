const units: [RegExp, string][] = [
  [/^(?:s|secs?|seconds?|segs?|segundos?)$/i, "s"],
  [/^(?:m|mins?|minutes?|minutos?)$/i, "m"],
  [/^(?:h|hrs?|hours?|horas?)$/i, "h"],
  [/^(?:d|days?|días?|dias?)$/i, "d"],
];

/** A duration as people write it, `5 min` or `1 hora 30 minutos`, as the format wants it; null when it is none. */
export function formatDuration(text: string): string | null {
  const parts = [...text.trim().matchAll(/(\d+)\s*(\p{L}+)/gu)];
  const rest = text.replace(/(\d+)\s*(\p{L}+)/gu, "").replace(/\b(and|y|e)\b|[\s,]/g, "");
  if (parts.length === 0 || rest !== "") return /^\d+$/.test(text.trim()) ? `${text.trim()}m` : null;
  const written = parts.map(([, amount = "", unit = ""]) => {
    const known = units.find(([pattern]) => pattern.test(unit))?.[1];
    return known ? `${amount}${known}` : null;
  });
  return written.includes(null) ? null : written.join("");
}
