export type Token = {
  start: number;
  end: number;
  /** What it is found by: its parts, and the whole of a compound such as `asyncpg.exceptions.InvalidPasswordError`. */
  parts: string[];
  wholes: string[];
};

const word = /[\p{L}\p{N}\p{M}_]+(?:[.\-:/@][\p{L}\p{N}\p{M}_]+)*/gu;
const separator = /[._\-:/@]+/;
const humps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const longest = 80;
// Too common in both languages to tell one section from another.
const stopWords = new Set(
  "a al an and are as at be by con de del do el en es for from how in is it la las lo los no not o of on or para por que se si su the this to un una was with y".split(
    " ",
  ),
);

/** Cuts a text into what it can be found by, with places, so that a snippet can mark what matched. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.normalize("NFC").matchAll(word)) {
    const raw = match[0].slice(0, longest * 2);
    const chunks = raw.split(separator).filter(Boolean);
    const parts = chunks
      .flatMap((chunk) => chunk.split(humps))
      .map(stem)
      .filter(Boolean);
    const wholes = new Set<string>();
    if (chunks.length > 1 && raw.length <= longest) wholes.add(fold(raw));
    for (const chunk of chunks) if (chunk.length <= longest && humps.test(chunk)) wholes.add(stem(chunk));
    if (chunks.length > 2) wholes.add(fold(chunks.at(-1) ?? ""));
    tokens.push({
      start: match.index,
      end: match.index + match[0].length,
      parts,
      wholes: [...wholes].filter((whole) => !parts.includes(whole)),
    });
  }
  return tokens;
}

export const isStopWord = (term: string) => stopWords.has(term);

/** Accents and case folded. */
export const fold = (text: string) =>
  (/^[ -~\n]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();

/**
 * Folds the plurals and genders of Spanish and the plurals of English, lightly: `errores` → `error`,
 * `inválidas` and `invalid` → `invalid`. The result is a key, not a word.
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = makeStem(word);
  if (stems.size >= maxStems) stems.clear();
  stems.set(word, made);
  return made;
}

// The words of runbooks repeat: an index is built several times faster with these at hand.
const stems = new Map<string, string>();
const maxStems = 100_000;

function makeStem(word: string): string {
  const folded = fold(word);
  if (folded.length < 4 || /\d/.test(folded)) return folded;
  const singular = folded.endsWith("s") && !folded.endsWith("ss") ? folded.slice(0, -1) : folded;
  return singular.length > 3 && /[aoe]$/.test(singular) ? singular.slice(0, -1) : singular;
}
