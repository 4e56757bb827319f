/** Text in a place where Markdown is read: titles and names are not Markdown. */
export const asText = (text: string): string => text.replace(/[\\`*_[\]<~]/g, "\\$&");

/** A fence longer than any run of backticks in the text. */
export function fenced(text: string, lang: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${lang.replace(/[^\w-]/g, "")}\n${text.trimEnd()}\n${fence}`;
}
