import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { mask, shapeOf } from "@/lib/secrets/secret-value";
import { isCode } from "../search/codes";
import { fold } from "../search/fold";
import { withoutNoise } from "../search/noise";
import { isPasted } from "../search/pasted";

/** Characters and words of a signature, at most. */
const longest = 120;
const mostWords = 12;
const longestWord = 40;
/** Words of a person's name that are looked for. */
const longestName = 6;

/** What names somebody or something wherever it stands, besides what every line of a log has. */
const telling: RegExp[] = [
  // an address with its way and its questions; anything at somebody's place, or somebody's handle
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi,
  /\S*@\S*/g,
  // what was given for a name: user=ana, --password hunter2, token: abc
  /(?<=[\w-]\s?=\s?)[^\s,;&]+/g,
  /(?<=--[a-z][\w-]*\s)[^\s-]\S*/g,
  // a telephone, an account, a card: seven digits or more, however they are grouped
  /\+?\d(?:[ ().-]{0,2}\d){6,}\w*/g,
];

/**
 * What a search was about, the same for everybody who meant the same: case, accents, numbers, addresses, ids, hosts, paths and
 * quoted values are gone, secrets too, and the names of people that the portal knows.
 * @param people names of people who may be meant
 * @returns null where no text may be left behind: what was pasted, and what holds nothing else
 */
export function searchSignature(query: string, people: readonly string[] = []): string | null {
  if (isPasted(query)) return null;
  let text = maskSecrets(query.normalize("NFC")).replaceAll(mask, " ");
  for (const pattern of telling) text = text.replace(pattern, " ");
  const words = wordsOf(withoutPeople(withoutNoise(text), people)).slice(0, mostWords);
  let signature = "";
  for (const word of words) {
    const longer = signature === "" ? word : `${signature} ${word}`;
    if (longer.length <= longest) signature = longer;
  }
  // One letter, or signs alone, is nothing that could be written about.
  return /\p{L}{2}/u.test(signature) ? signature : null;
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}_.:-]*/gu) ?? [])
    .map((word) => word.replace(/[_.:-]+$/, ""))
    .filter(isHarmless)
    .map(fold);

/** A word that people say. An error's number may have digits; a long number, and what a machine made up, may not stay. */
function isHarmless(word: string): boolean {
  if (word.length > longestWord || /\d{6,}/.test(word)) return false;
  if (/^\d+$/.test(word)) return word.length <= 3;
  if (shapeOf(word) === "random") return false;
  return !/\d/.test(word) || isCode(word) || /^[\p{L}_.-]+\d{1,3}$|^\d{1,3}[\p{L}]{1,8}$/u.test(word);
}

/** Takes out names in full, or two words of one in their order. A first name alone is also a word. */
function withoutPeople(text: string, people: readonly string[]): string {
  let left = text;
  for (const person of people) {
    const words = (fold(person).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, longestName);
    for (let size = words.length; size >= 2; size -= 1) {
      for (let from = 0; from + size <= words.length; from += 1) left = without(left, words.slice(from, from + size));
    }
  }
  return left;
}

// Folding keeps every place, so that what is found in the folded text can be cut from the text itself.
function without(text: string, words: string[]): string {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s,._-]+")}(?![\\p{L}\\p{N}])`, "gu");
  let cut = "";
  let at = 0;
  for (const match of fold(text).matchAll(pattern)) {
    cut += `${text.slice(at, match.index)} `;
    at = match.index + match[0].length;
  }
  return cut + text.slice(at);
}
