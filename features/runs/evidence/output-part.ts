import type { Proposal } from "../expectation";

/** Characters of recorded output that a run's page gets. */
const shown = 2_000;
/** Characters before a match that are shown with it. */
const before = 600;

/** A part of a text, and where in the whole it begins. */
export type OutputPart = { text: string; from: number };

/** The part of an output that a page shows: where the match is, or the line that comes closest, or its beginning. */
export function outputPart(text: string, proposal: Proposal | null): OutputPart {
  const near = proposal?.missing.find((one) => one.near !== null)?.near;
  const place = (proposal?.verdict === "failed" ? near : undefined) ?? proposal?.ranges[0] ?? near;
  const from = place && place[0] >= shown - before ? startOfLine(text, place[0] - before) : 0;
  return { text: text.slice(from, from + shown), from };
}

/** The next beginning of a line, if one is near; a part does not begin inside a character either. */
function startOfLine(text: string, at: number): number {
  const newLine = text.indexOf("\n", at);
  if (newLine >= 0 && newLine - at < before / 2) return newLine + 1;
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at;
}
