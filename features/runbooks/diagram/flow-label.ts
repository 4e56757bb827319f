/** Markup, icons, entities and Markdown in labels are left to Mermaid itself. */
const beyondText = /[<>`]|[#&]\w+;|\bfa[bklrs]?:fa-|\$\$/u;

/** @returns the text of a label as it was written, quoted or not, with its `<br>` as line feeds; null when it is more than text */
export function labelOf(written: string): string | null {
  const bare = /^"(.*)"$/su.exec(written.trim())?.[1] ?? written.trim();
  const text = bare.replace(/\s*<br\s*\/?>\s*/giu, "\n");
  return beyondText.test(text) ? null : text.replace(/[^\S\n]+/gu, " ").trim();
}
