/** Rem that a line of each kind's text takes when it is drawn; of any other kind as much as a sequence's. */
const perLine: Record<string, number> = { gantt: 1.75, timeline: 2, pie: 0.5, mindmap: 2 };
const usual = 2.75;
const around = 6;
const [least, most] = [12, 36];

/**
 * The height that is kept for a diagram which a browser draws later. An estimate: what is drawn is fitted into it, so that nothing
 * below it moves.
 * @returns rem
 */
export function reservedHeight(text: string): number {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("%%"));
  const kind = /^[A-Za-z]+/u.exec(lines[0]?.trim() ?? "")?.[0] ?? "";
  return Math.min(most, Math.max(least, around + lines.length * (perLine[kind] ?? usual)));
}
