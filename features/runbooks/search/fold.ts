/** Length of the table: Latin with its accents, where folding is a letter for a letter. */
const tableSize = 0x250;
const table = Uint16Array.from({ length: tableSize }, (_, code) => foldedCode(code));

function foldedCode(code: number): number {
  const letter = String.fromCharCode(code);
  const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.length === 1 ? plain.charCodeAt(0) : code;
}

/**
 * Case and accents folded, place by place: the result is as long as `text`, so that what is found in it can be marked in the
 * text as it was written.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const codes: number[] = new Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = foldAt(text, at);
  return fromCodes(codes);
}

function foldAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < tableSize) return table[code] ?? code;
  const lower = text[at]?.toLowerCase() ?? "";
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

const chunk = 8_192;
function fromCodes(codes: number[]): string {
  if (codes.length <= chunk) return String.fromCharCode(...codes);
  let text = "";
  for (let at = 0; at < codes.length; at += chunk) text += String.fromCharCode(...codes.slice(at, at + chunk));
  return text;
}
