import { fold } from "./fold";
import { frequencyOf } from "./frequency";
import { meaningsOf } from "./glossary";
import { noiseAt, noiseIn } from "./noise";
import type { SearchIndex } from "./search-index";
import { isStopWord, queryTokens, type Token } from "./terms";
import { isWeak } from "./weak-words";
import { startingWith } from "./word-list";

/** Words beyond which a text was pasted: much in it stands in no runbook, and that tells nothing. */
const mostTyped = 12;
const mostTold = 4;
const shortest = 3;

/**
 * The telling words of a typed query that stand in no runbook, neither themselves nor what they mean in the other language, as
 * they were typed: whoever reads the results knows what they are not about. The last word may be the beginning of one.
 */
export function unknownWords(typed: string, index: SearchIndex): string[] {
  const query = typed.normalize("NFC");
  const tokens = queryTokens(query);
  if (tokens.length > mostTyped) return [];
  const noise = noiseAt(noiseIn(query));
  const meanings = meaningsOf(query);
  const isKnown = (term: string) =>
    frequencyOf(index, term) > 0 || (meanings.byWord.get(term) ?? []).some((one) => frequencyOf(index, one) > 0);
  const isTelling = ({ start, end: to, parts }: Token) => {
    const raw = query.slice(start, to);
    return raw.length >= shortest && noise(start, to) === null && !isWeak(fold(raw)) && !parts.every(isStopWord);
  };
  const unknown = tokens.filter((token) => {
    const terms = [...token.wholes, ...token.parts];
    if (!isTelling(token) || terms.some(isKnown)) return false;
    return token.end !== query.length || terms.every((term) => startingWith(term, index.words, 1).length === 0);
  });
  return [...new Set(unknown.map(({ start, end: to }) => query.slice(start, to)))].slice(0, mostTold);
}
