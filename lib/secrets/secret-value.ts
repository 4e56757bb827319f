/** What stands where a secret was; nothing that is found in it again. */
export const mask = "••••••";

/**
 * Whether a value only stands for a secret: `<token>`, `${TOKEN}`, `$TOKEN`, `{{ token }}`, `%TOKEN%`, `[REDACTED]`, `****`,
 * `changeme`, `null`, or nothing.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text === "" ||
    /^[<[{(%].*[>\]})%]$/.test(text) ||
    /^\$[\w{(]/.test(text) ||
    /^[*•·.x_?#-]+$/i.test(text) ||
    text.includes("••") ||
    text.includes("***") ||
    words.test(text)
  );
}

const words =
  /^(?:null|nil|none|undefined|true|false|yes|no|empty|required|missing|invalid|expired|unset|redacted|masked|hidden|secret|password|passwd|changeme|change-me|your[-_ ]?\w*|tu[-_ ]?\w*|example|ejemplo|vac[ií]o|incorrecta|correcta)$/i;

/**
 * How much a value looks made by a machine or chosen as a password. `random`: letters and digits mixed, long enough that nobody
 * writes it by chance; `chosen`: what people pick as passwords; `word`: what stands in a sentence.
 */
export function shapeOf(value: string): "random" | "chosen" | "word" {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d\s]/u].filter((kind) => kind.test(value)).length;
  const mixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  if (value.length >= 16 && mixed && entropy(value) >= 3) return "random";
  return value.length >= 6 && (mixed || kinds >= 3) ? "chosen" : "word";
}

/** Shannon entropy of the characters, in bits each. English words have about 3, hexadecimal up to 4, base64 up to 6. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
