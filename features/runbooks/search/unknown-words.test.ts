import { beforeAll, expect, test } from "vitest";
import { evaluationSections } from "@/test/search-evaluation/evaluate";
import { buildIndex, type SearchIndex } from "./search-index";
import { unknownWords } from "./unknown-words";

let index: SearchIndex;
beforeAll(() => {
  index = buildIndex(evaluationSections().filter(({ path }) => path.startsWith("preventia-news/")));
});

test.each([
  ["zookeeper quorum lost", ["zookeeper", "quorum"]],
  ["el Zookéeper no arranca", ["Zookéeper"]],
  ["could not extend file: No space left on device", []],
  ["disco lleno en 10.0.3.17 a las 03:12", []],
  ["postgres", []],
  ["postg", []],
  ["", []],
])("of «%s», %j stand in no runbook", (query, words) => {
  expect(unknownWords(query, index)).toEqual(words);
});

test("a word that stands there in the other language is known", () => {
  expect(unknownWords("lag", index)).toEqual([]);
});

test("of a pasted text nothing is told", () => {
  expect(unknownWords(Array.from({ length: 30 }, (_, n) => `zookeeper${n}x`).join(" "), index)).toEqual([]);
});

test("not every word of a long query is told", () => {
  expect(unknownWords("zzaa zzbb zzcc zzdd zzee zzff", index)).toHaveLength(4);
});
