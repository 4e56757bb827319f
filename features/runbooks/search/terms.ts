import { fold } from "./fold";
import { stem } from "./stem";

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
const plain = /^[a-z]+$/;
const longest = 80;
// Too common in both languages to tell one section from another.
const common =
  "a al an and are as at be but by como con cuando de del do does el en es esta estan este for from get gets got ha has have he how i if in is it la las le lo los me mi my no not o of on or para pero por porque que se si sin so su sus the this to un una unas unos was we were what when which why with y ya yo you";
const commoner =
  "also am been being can could did each esa ese eso estamos esto estos estas fue hace hacen hacer han has hay her him his into its just les más mas muy nos nuestra nuestras nuestro nuestros our ourselves pues quien sea ser she should son than that their them then there these they those too tras tu tus us very will would your";
// Words are asked for by their stems.
const stopWords = new Set(`${common} ${commoner}`.split(" ").flatMap((one) => [one, stem(one)]));

/** Cuts a text into what it can be found by, with places, so that a snippet can mark what matched. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.normalize("NFC").matchAll(word)) {
    const start = match.index;
    const end = start + match[0].length;
    tokens.push(
      plain.test(match[0])
        ? { start, end, parts: [stem(match[0].slice(0, longest))], wholes: [] }
        : { start, end, ...compound(match[0].slice(0, longest * 2)) },
    );
  }
  return tokens;
}

/** `max_connections`, `max-connections` and `maxConnections` have one whole, `maxconnections`, and the same parts. */
function compound(raw: string): Pick<Token, "parts" | "wholes"> {
  const chunks = raw.split(separator).filter(Boolean);
  const pieces = chunks.map((chunk) => (humps.test(chunk) ? chunk.split(humps) : [chunk]));
  const parts = pieces
    .flat()
    .map((piece) => stem(piece.slice(0, longest)))
    .filter(Boolean);
  if (parts.length < 2) return { parts, wholes: [] };
  const written = chunks.filter((_, index) => (pieces[index]?.length ?? 0) > 1);
  if (chunks.length > 1) written.unshift(chunks.join(""));
  if (chunks.length > 2) written.push(chunks.at(-1) ?? "");
  const wholes = new Set(written.filter(({ length }) => length <= longest).map(wholeOf));
  return { parts, wholes: [...wholes].filter((whole) => !parts.includes(whole)) };
}

const wholeOf = (text: string) => fold(text).replaceAll("_", "");

export const isStopWord = (term: string) => stopWords.has(term);

/** The words that a name is about, as they are found by; no word twice. */
export const namesIn = (text: string): string[] =>
  [...new Set(tokenize(text).flatMap(({ parts }) => parts))].filter((term) => !isStopWord(term));
