import type { Severity } from "@/lib/severity";

const words: [RegExp, Severity][] = [
  [/\bsev ?-?1\b|\bp1\b|critic|maxima|🔴|🚨|☠️/, "SEV1"],
  [/\bsev ?-?2\b|\bp2\b|\balt[ao]s?\b|\bhigh\b|\bmajor\b|🟠/, "SEV2"],
  [/\bsev ?-?3\b|\bp3\b|\bmedi[ao]s?\b|\bmedium\b|\bmoderad|\bmoderate\b|\bwarning\b|🟡/, "SEV3"],
  [/\bsev ?-?4\b|\bp4\b|\bbaj[ao]s?\b|\blow\b|\bminor\b|\bleve\b|\binfo\b|🟢|🔵/, "SEV4"],
];

/** The severity that a cell such as `🔴 CRÍTICA`, `High` or `SEV2` means. Words count before colours; null when none is known. */
export function readSeverity(text: string): Severity | null {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOnly = folded.replace(/\p{Extended_Pictographic}/gu, " ");
  return find(wordsOnly) ?? find(folded);
}

const find = (text: string) => words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
