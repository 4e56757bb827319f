import { suggest } from "../pipeline/suggest";

/** Up to three of some words, the most alike first. */
export function nearest(word: string, words: readonly string[]): string[] {
  const found: string[] = [];
  let left = [...words];
  while (found.length < 3 && left.length > 0) {
    const [next = left[0] ?? ""] = [...suggest(word, left).matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one);
    found.push(next);
    left = left.filter((one) => one !== next);
  }
  return found;
}
