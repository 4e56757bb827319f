/** Markdown that shows a text as it is written: every sign that could mean something gets its backslash. */
export function literal(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<&~|]/g, "\\$&")
    .replace(/^([ \t]*)([#+=>-]|\d+(?=[.)]))/gm, (whole, indent: string, sign: string) =>
      /\d/.test(sign) ? whole : `${indent}\\${sign}`,
    )
    .replace(/^([ \t]*\d+)([.)])/gm, "$1\\$2");
}

/** Back-ticks or tildes enough to close nothing inside. */
export function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  return "`".repeat(longest + 1);
}

/** A fence that shows a text byte for byte. */
export function fenced(lang: string, text: string): string {
  const marks = fenceFor(text);
  return `${marks}${lang}\n${text.replace(/\n$/, "")}\n${marks}`;
}

/** A code span that shows one line as it is. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(text) || longest > 0 ? " " : "";
  return `${marks}${pad}${text}${pad}${marks}`;
}

/** How a line after the first begins inside the lists and quotes that `offset` stands in. */
export function prefixAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start, offset).replace(/[^>\t]/g, " ");
}

/** Several lines written into the lists and quotes that `prefix` continues. */
export const inside = (prefix: string, lines: string): string =>
  lines
    .split("\n")
    .map((line, index) => (index === 0 ? line : (prefix + line).trimEnd()))
    .join("\n");
