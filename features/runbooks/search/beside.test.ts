import fc from "fast-check";
import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { besideOf } from "./beside";
import { lineReader } from "./line-reader";
import { pairsOf, phrasesOf } from "./phrases";
import { hashesIn, mostBytes, recordParts, writeRecord } from "./section-record";
import { stemsIn } from "./terms";
import { hashOf } from "./word-hashes";

type Texts = { title: string; prose: string; commands: string };

function gainOf(query: string, texts: Texts): number {
  const parts = recordParts(searchSection({ anchor: "a", kind: "section", ...texts }), lineReader());
  const bytes = new Uint8Array(mostBytes(parts) + 5);
  writeRecord(parts, bytes.subarray(5)); // a record begins anywhere
  return besideOf(query)(bytes, hashesIn(bytes, 5));
}

// What it says, looked up in the texts.
function plainGain(query: string, { title, prose, commands }: Texts): number {
  const spaced = (words: string[]) => ` ${words.join(" ")} `;
  const [inTitle, inText] = [spaced(stemsIn(title)), spaced(stemsIn(`${prose}\n${commands}`))];
  const phrases = phrasesOf(query).map(spaced);
  const pairs = pairsOf(query).map(spaced);
  const phrase = phrases.some((one) => inTitle.includes(one))
    ? 0.8
    : phrases.some((one) => inText.includes(one))
      ? 0.5
      : 0;
  const beside = pairs.filter((pair) => inTitle.includes(pair) || inText.includes(pair)).length;
  return pairs.length === 0 ? phrase : Math.max(phrase, (0.45 * beside) / pairs.length);
}

test("words side by side count, the whole line of a query more, and most in the title", () => {
  const section = { title: "Disco lleno", prose: "La réplica está caída.", commands: "df -h /var" };
  expect(gainOf("disco lleno", section)).toBe(0.8);
  expect(gainOf("réplica está CAIDA", section)).toBe(0.5);
  expect(gainOf("caída la réplica", section)).toBe(0);
  expect(gainOf("memoria: df -h", section)).toBeCloseTo(0.45 / 2);
});

test("the forms of a word are one, and how grave a program calls its line is not part of it", () => {
  const section = { title: "Cola", prose: "No se pudo extender el fichero.", commands: "" };
  expect(gainOf("no se pudo extender el ficheros", section)).toBe(0.5);
  expect(gainOf("ERROR: no se pudo extender el fichero", section)).toBe(0.5);
  expect(gainOf("[fatal] no se pudo extender el fichero", section)).toBe(0.5);
  expect(gainOf("error no se pudo extender el fichero", section)).toBeLessThan(0.5);
});

test("whatever is asked, it is what a look at the texts would say", () => {
  const word = fc.constantFrom("disco", "lleno", "réplica", "caída", "df", "de", "日本", "max_connections", "x");
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(line, line, line, line, (query, title, prose, commands) => {
      const texts = { title, prose, commands };
      expect(gainOf(query, texts)).toBeCloseTo(plainGain(query, texts), 9);
    }),
    { numRuns: 500 },
  );
});

test("of a hundred thousand words few are alike in their hash", () => {
  const hashes = new Set(Array.from({ length: 100_000 }, (_, at) => hashOf(`word${at.toString(36)}`)));
  expect(hashes.size).toBeGreaterThan(99_500);
});
