/** HTML that was made by us or escaped. Anything else that is put into a template is text. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | Part[];

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

function textOf(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(textOf).join("") : escaped(String(part));
}

/** A piece of HTML: values are escaped, also inside quoted attributes; other pieces and lists of them are put in as they are. */
export const html = (fixed: TemplateStringsArray, ...values: Part[]): Html =>
  new Html(fixed.map((text, index) => text + (index < values.length ? textOf(values[index] ?? null) : "")).join(""));
