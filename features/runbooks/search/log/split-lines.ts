/** A line as it was pasted, and where. */
export type PastedLine = {
  text: string;
  /** From 1. */
  line: number;
};

const escapeSign = String.fromCharCode(27);
const bell = String.fromCharCode(7);
/** Colours, movements of the cursor and titles of windows: ECMA-48, 5.4, and xterm's OSC. */
const terminal = new RegExp(
  `${escapeSign}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^${bell}${escapeSign}]*(?:${bell}|${escapeSign}\\\\)|[()][A-Z0-9])`,
  "g",
);
/** What a progress bar wrote over is gone for who reads it. */
const overwritten = /^[^\n]*\r(?=[^\n])/gm;

/**
 * The lines of a text without what only a terminal understands. Of more than `limit`, the first half and the last half.
 */
export function splitLines(text: string, limit: number): { lines: PastedLine[]; total: number } {
  let plain = text.replace(/\r\n/g, "\n");
  if (plain.includes(escapeSign)) plain = plain.replace(terminal, "");
  if (plain.includes("\r")) plain = plain.replace(overwritten, "");
  const all = plain.split("\n");
  while (all.length > 0 && all.at(-1)?.trim() === "") all.pop();
  const lines = all.map((one, at) => ({ text: one, line: at + 1 }));
  const half = Math.floor(limit / 2);
  return {
    lines: unwrapped(lines.length <= limit ? lines : [...lines.slice(0, half), ...lines.slice(-half)]),
    total: all.length,
  };
}

/** How a line of its own begins: a time, a level, a bracket, an indent. A wrapped one goes on in the middle of a word. */
const beginning = /^(?:\s|[[{<#]|\d{4}[-/]\d\d|\d\d:\d\d|[A-Z][a-z]{2} +\d|[IWEF]\d{4} |[A-Z]{3,}[:\s]|Caused by|at )/;
const narrowest = 60;
/** Lines of exactly the same length: fewer are chance. */
const fewest = 3;

/** Joins what a terminal broke at its last column: many lines are then as long as the longest, and none is longer. */
function unwrapped(lines: PastedLine[]): PastedLine[] {
  let width = 0;
  for (const { text } of lines) width = Math.max(width, text.length);
  const full = lines.filter(({ text }) => text.length === width);
  if (width < narrowest || full.length < fewest) return lines;
  const broken = lines.filter(({ text }, at) => lines[at - 1]?.text.length === width && !beginning.test(text));
  if (broken.length < full.length / 2) return lines;
  const joined: PastedLine[] = [];
  let goesOn = false;
  for (const one of lines) {
    const last = joined.at(-1);
    if (goesOn && last && !beginning.test(one.text)) last.text += one.text;
    else joined.push({ ...one });
    goesOn = one.text.length === width;
  }
  return joined;
}
