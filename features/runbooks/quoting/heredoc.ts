/** A here-document as its opening announces it (POSIX 2.7.4). */
export type Heredoc = {
  delimiter: string;
  /** The delimiter is quoted: nothing in the body is expanded, and nothing can be escaped. */
  literal: boolean;
  /** `<<-`: tabs at the beginning of its lines are dropped. */
  dropsTabs: boolean;
  /** The line that reads it, up to the opening. */
  command: string;
  /** Offset after the opening. */
  end: number;
};

/** The opening of a here-document at `i`; null for a here-string (`<<<`) and everything else. */
export function heredocOpening(text: string, i: number): Heredoc | null {
  if (text[i] !== "<" || text[i - 1] === "<") return null;
  const match = /^<<(-?)(?!<)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|(\\)?([\w.+-]+))/.exec(text.slice(i, i + 200));
  if (!match) return null;
  const [whole, dash, single, double, backslash, bare] = match;
  const line = text.slice(text.lastIndexOf("\n", i) + 1, i);
  const rest = /^[^\n]*/.exec(text.slice(i + whole.length))?.[0] ?? "";
  return {
    delimiter: single ?? double ?? bare ?? "",
    literal: bare === undefined || backslash !== undefined,
    dropsTabs: dash === "-",
    command: `${line} ${rest}`,
    end: i + whole.length,
  };
}

/** Where the body that begins at `start` ends, and where the text goes on: at the line break after the delimiter. */
export function heredocEnd(
  text: string,
  start: number,
  { delimiter, dropsTabs }: Heredoc,
): { body: number; after: number } {
  let at = start;
  while (at <= text.length) {
    const stop = text.indexOf("\n", at);
    const end = stop === -1 ? text.length : stop;
    const line = text.slice(at, end);
    if ((dropsTabs ? line.replace(/^\t+/, "") : line) === delimiter) return { body: at, after: end };
    if (stop === -1) break;
    at = stop + 1;
  }
  return { body: text.length + 1, after: text.length + 1 };
}

/** Control characters but the line break. */
const control = /(?!\n)\p{Cc}/u;
const controls = new RegExp(control, "gu");

/**
 * Writes a value into a here-document, or null where there is no way: a literal one takes only what does not end it.
 * @param joinedName whether a variable's name stands right before
 */
export function quoteForHeredoc(heredoc: Heredoc, value: string, joinedName: boolean): string | null {
  const { delimiter, literal, dropsTabs } = heredoc;
  const lines = value.split("\n");
  // Part of a line may be completed by what stands around it, so any piece of the delimiter counts.
  const ends = (line: string) => delimiter.includes(line.replace(/^\t+/, ""));
  const edge = (at: number) => at === 0 || at === lines.length - 1;
  const risky = (line: string, at: number) => ends(line) && (line !== "" || edge(at));
  if (literal) {
    const raw = value.replaceAll("\n", "").replaceAll("\t", dropsTabs ? "\u0001" : "");
    return control.test(raw) || lines.some(risky) ? null : value;
  }
  const written = lines.map((line, at) => {
    const text = line.replace(/[\\$`]/g, "\\$&").replace(controls, (char) => `$(printf '${octal(char)}')`);
    // An empty substitution changes nothing but the look of the line.
    return risky(line, at) || (at === 0 && joinedName) ? `$()${text}` : text;
  });
  return written.join("\n");
}

/** The bytes of a character in UTF-8, as `printf` and `$'…'` read them. */
export const octal = (char: string): string =>
  [...new TextEncoder().encode(char)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
