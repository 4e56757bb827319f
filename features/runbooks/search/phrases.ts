import { withoutNoise } from "./noise";
import { isStopWord, stemsIn } from "./terms";

const longestPhrase = 200;
const mostPairs = 24;
/** How grave a program calls its line: `ERROR: `, `[fatal] `, `(error) `. In `error de red` it is a word like the others. */
const level =
  /^\s*(?:[[(<](?:trace|debug|info|notice|warn(?:ing)?|err(?:or)?|fatal|panic|crit(?:ical)?|aviso)[\])>]|(?:debug|warn(?:ing)?|err(?:or)?|fatal|panic|aviso)(?=:)):?\s*/i;

/** The runs of words of a query that a text about the same would hold: its lines, whole, without their level and without what varies. */
export function phrasesOf(query: string): string[][] {
  const phrases = new Map<string, string[]>();
  for (const line of query.slice(0, 20_000).split("\n").slice(0, 40)) {
    const texts = [line, withoutNoise(line)];
    for (const text of [...texts, ...texts.map((one) => one.replace(level, ""))]) {
      const words = stemsIn(text.slice(0, 2 * longestPhrase));
      const phrase = words.join(" ");
      if (words.length > 1 && phrase.length <= longestPhrase) phrases.set(phrase, words);
    }
  }
  return [...phrases.values()];
}

/** Neighbours in a query, in their order: how many of them a text has side by side tells it from one that has the words anywhere. */
export function pairsOf(query: string): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const line of query.slice(0, 2_000).split("\n")) {
    const words = stemsIn(withoutNoise(line)).filter((word) => !isStopWord(word));
    for (let at = 0; at + 1 < words.length && pairs.size < mostPairs; at += 1) {
      const pair: [string, string] = [words[at] as string, words[at + 1] as string];
      pairs.set(pair.join(" "), pair);
    }
  }
  return [...pairs.values()];
}
