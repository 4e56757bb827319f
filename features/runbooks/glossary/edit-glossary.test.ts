import { expect, test } from "vitest";
import { addMeaning, changeMeaning, lineOf, removeMeaning } from "./edit-glossary";
import { parseGlossary } from "./meaning";

const text = "# palabras\r\nes: cola ,queue\r\n\r\nlento, slow";
const sections = [
  { lang: "es", words: ["réplica", "réplica retrasada"] },
  { lang: "en", words: ["replica lag"] },
];

test("what is added stands at the end, on a line of its own", () => {
  expect(addMeaning(text, sections)).toBe(`${text}\r\nes: réplica, réplica retrasada; en: replica lag\r\n`);
  expect(addMeaning("", sections)).toBe("es: réplica, réplica retrasada; en: replica lag\n");
});

test("a change touches its line alone", () => {
  expect(changeMeaning(text, 2, [{ lang: null, words: ["cola", "queue"] }])).toBe(
    "# palabras\r\ncola, queue\r\n\r\nlento, slow",
  );
  expect(changeMeaning(text, 4, [{ lang: null, words: ["lento", "lag"] }])).toBe(
    "# palabras\r\nes: cola ,queue\r\n\r\nlento, lag",
  );
  expect(removeMeaning(text, 2)).toBe("# palabras\r\n\r\nlento, slow");
});

test.each([
  ["a word with what would begin another", ["cola, atascada", "queue;backlog"], "cola atascada, queue backlog"],
  ["a word that would be a comment", ["# cola", "queue"], "cola, queue"],
  ["a word with a line break", ["cola\n# x", "queue"], "cola # x, queue"],
  ["an empty one", ["cola", " ", "queue"], "cola, queue"],
])("%s is written as one that reads back", (_, words, line) => {
  expect(lineOf([{ lang: null, words }])).toBe(line);
  expect(parseGlossary(line).problems).toEqual([]);
});
