/** What the script says, by name, in both languages. */
export type Spoken = Record<string, { es: string; en: string }>;

/** A text in both languages, of which the style sheet shows one. */
export function inBoth({ es, en }: { es: string; en: string } = { es: "", en: "" }): HTMLElement[] {
  return [
    ["es", es],
    ["en", en],
  ].map(([lang = "", text = ""]) => {
    const span = document.createElement("span");
    span.className = "t";
    span.lang = lang;
    span.textContent = text;
    return span;
  });
}
