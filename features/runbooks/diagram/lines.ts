/** The lines of a diagram that say something, without the space around it and with single spaces in it; comments are none, settings are. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/[ \t]+/gu, " ").trim())
    .filter((line) => line !== "" && (!line.startsWith("%%") || line.startsWith("%%{")));

/** Takes what a line says that the diagram shows (`accTitle`, `accDescr`). @returns whether it says that */
export function takeWords(diagram: { title: string | null; description: string | null }, line: string): boolean {
  const [, about, words] = /^acc(Title|Descr) ?: ?(.+)$/u.exec(line) ?? [];
  if (!about || !words) return false;
  diagram[about === "Title" ? "title" : "description"] = words;
  return true;
}
