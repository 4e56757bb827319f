import { fold } from "./fold";
import { lately } from "./lately";
import { stem } from "./stem";

export type Token = {
  start: number;
  end: number;
  /** What it is found by: its parts, and the whole of a compound such as `asyncpg.exceptions.InvalidPasswordError`. */
  parts: string[];
  wholes: string[];
};

const letter = /[\p{L}\p{N}\p{M}_]/u;
/** The same of most characters, without asking: 1 where one is part of a word, 2 where it joins two parts of one. */
const roles = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  return letter.test(character) ? 1 : ".-:/@".includes(character) ? 2 : 0;
});
const separator = /[._\-:/@]+/;
const humps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** A word without signs, of which no letter but the first is a capital: nothing in it is to be taken apart. */
const plain = /^[\p{L}\p{N}\p{M}][^\p{Lu}_.\-:/@]*$/u;
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
  const composed = text.normalize("NFC");
  for (let start = 0; start < composed.length; ) {
    let end = lettersEnd(composed, start);
    if (end === start) {
      start += 1;
      continue;
    }
    while (roles[composed.charCodeAt(end)] === 2) {
      const further = lettersEnd(composed, end + 1);
      if (further === end + 1) break;
      end = further;
    }
    const raw = composed.slice(start, end);
    tokens.push(
      plain.test(raw)
        ? { start, end, parts: [stem(raw.slice(0, longest))], wholes: [] }
        : { start, end, ...compound(raw.slice(0, longest * 2)) },
    );
    start = end;
  }
  return tokens;
}

/** Where the letters, digits, marks and underscores end that begin at a place; that place where there are none. */
function lettersEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const role = roles[text.charCodeAt(at)];
    if (role !== undefined) {
      if (role !== 1) break;
      at += 1;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      if (!letter.test(character)) break;
      at += character.length;
    }
  }
  return at;
}

/** The same of what is searched for. */
export const queryTokens = lately(tokenize);

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

/** The words of a text in their order, as they are found by. */
export const stemsIn = (text: string): string[] => tokenize(text).flatMap(({ parts }) => parts);

/** The words that a name is about, as they are found by; no word twice. */
export const namesIn = (text: string): string[] => [...new Set(stemsIn(text))].filter((term) => !isStopWord(term));
