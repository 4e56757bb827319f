import { withoutNoise } from "./noise";
import { squeezed } from "./squeeze";

/** The runs of words of a query that a text about the same would hold: its lines, whole and without what varies. */
export function phrasesOf(query: string): string[] {
  const phrases = new Set<string>();
  for (const line of query.slice(0, 20_000).split("\n").slice(0, 40)) {
    for (const text of [line, withoutNoise(line)]) {
      const phrase = squeezed(text);
      if (phrase.length <= 200 && phrase.trim().includes(" ")) phrases.add(phrase);
    }
  }
  return [...phrases];
}

/** Neighbours in a query, in their order: how many of them a text has side by side tells it from one that has the words anywhere. */
export function pairsOf(query: string, isTelling: (word: string) => boolean): string[] {
  const pairs = new Set<string>();
  for (const line of query.slice(0, 2_000).split("\n")) {
    const words = squeezed(withoutNoise(line)).trim().split(" ").filter(isTelling);
    for (let at = 0; at + 1 < words.length && pairs.size < 24; at += 1) pairs.add(` ${words[at]} ${words[at + 1]} `);
  }
  return [...pairs];
}
