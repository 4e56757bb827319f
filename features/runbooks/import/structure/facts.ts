import type { Severity } from "@/lib/severity";

const units: [RegExp, string][] = [
  [/^(s|secs?|segs?|segundos?|seconds?)$/, "s"],
  [/^(m|mins?|minutos?|minutes?)$/, "m"],
  [/^(h|hrs?|horas?|hours?)$/, "h"],
];
const amount = String.raw`(?:\d+\s*(?:-|–|a|to)\s*)?(\d{1,3})\s*(s|secs?|segs?|segundos?|seconds?|m|mins?|minutos?|minutes?|h|hrs?|horas?|hours?)\b`;
const budget = new RegExp(
  String.raw`^\s*(?:<|≤|~|max\.?|m[aá]x(?:imo|imum)?\.?|hasta|up to|within|en|in|primeros?|first|unos|about|aprox\.?)?\s*${amount}\.?\s*(?:max|m[aá]ximo)?\s*$`,
  "i",
);
const delay = new RegExp(
  String.raw`(?:despu[eé]s de|tras|pasados|al cabo de|m[aá]s de|after|over|longer than|>)\s*${amount}`,
  "i",
);

const duration = (match: RegExpExecArray | null): string | null => {
  const unit = units.find(([words]) => words.test((match?.[2] ?? "").toLowerCase()))?.[1];
  return unit && Number(match?.[1]) > 0 ? `${Number(match?.[1])}${unit}` : null;
};

/** The time that a title allows in brackets: `(30 segundos)`, `(< 2 min)`, `(1-2 min)`; the longer one of two. */
export function budgetIn(text: string): string | null {
  for (const [, inner = ""] of text.matchAll(/\(([^()]*)\)/g)) {
    const found = duration(budget.exec(inner));
    if (found) return found;
  }
  return null;
}

/** The time after which a text says to escalate: `después de 5 min`, `after 15 minutes`. */
export const delayIn = (text: string): string | null => duration(delay.exec(text));

const severities: [RegExp, Severity][] = [
  [/\bsev[ -]?1\b|\bp1\b|\bcr[ií]tic[oa]s?\b|\bcritical\b|🔴/i, "SEV1"],
  [/\bsev[ -]?2\b|\bp2\b|🟠/i, "SEV2"],
  [/\bsev[ -]?3\b|\bp3\b|🟡/i, "SEV3"],
  [/\bsev[ -]?4\b|\bp4\b|🟢|🔵/i, "SEV4"],
];

/** A severity that a heading names. `Alta` and `High` alone may be said of anything, so they do not count here. */
export const severityIn = (text: string): Severity | null =>
  severities.find(([words]) => words.test(text))?.[1] ?? null;

/** The alert that a heading names: `Alert: "High Error Rate"`, or a name as Prometheus writes them. */
export function alertIn(text: string): string | null {
  const plain = text.replace(/^[^\p{L}\p{N}]+/u, "").trim();
  const named = /^alert[ae]?\s*[:：]\s*["“'`]?([^"”'`]+?)["”'`]?$/i.exec(plain)?.[1]?.trim();
  if (named) return named;
  return /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*){2,}$/.test(plain) ? plain : null;
}

const criticalities: [RegExp, string][] = [
  [/m[aá]xim|cr[ií]tic|critical|highest/i, "critical"],
  [/\balt[ao]\b|\bhigh\b/i, "high"],
  [/\bmedi[ao]\b|\bmedium\b/i, "medium"],
  [/\bbaj[ao]\b|\blow\b/i, "low"],
];

/** Facts about the page that a line such as `Mantenedor: Backend Team` states. */
export function factIn(line: string): { key: "owner" | "reviewed" | "criticality"; value: string } | null {
  const [, name = "", value = ""] = /^[\s>*-]*([^:：]{2,40})[:：]\s*(.+?)\s*$/.exec(line) ?? [];
  if (
    /^(mantenedor|mantenida? por|responsable|propietari[oa]|owner|maintainer|maintained by|owned by)$/i.test(name) &&
    value.length <= 80
  )
    return { key: "owner", value };
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(value)?.[1];
  if (
    /^([uú]ltima (actualizaci[oó]n|revisi[oó]n)|revisad[oa]|last (updated?|reviewed?)|reviewed|updated)$/i.test(name) &&
    day
  )
    return { key: "reviewed", value: day };
  if (/^(criticidad|criticality)$/i.test(name)) {
    const found = criticalities.find(([words]) => words.test(value))?.[1];
    return found ? { key: "criticality", value: found } : null;
  }
  return null;
}
