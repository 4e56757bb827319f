import { afterEach, expect, test } from "vitest";
import { meaningsOf, readGlossary, setExtraMeanings, synonymsOf } from "./glossary";
import { stem } from "./stem";

afterEach(() => setExtraMeanings([]));

test("a word is known in the other language, whatever its form", () => {
  expect(synonymsOf(stem("discos"))).toContain(stem("disk"));
  expect(synonymsOf(stem("queues"))).toContain(stem("colas"));
});

test("several words may have one meaning, and the other way round", () => {
  expect(meaningsOf("el pod muere sin memoria").phrases.flatMap(({ words }) => words)).toContain("oomkill");
  expect(meaningsOf("no responde").phrases.flatMap(({ words }) => words)).toContain(stem("unresponsive"));
});

test("what was asked for already is not added again", () => {
  expect(meaningsOf("disco disk").byWord.get(stem("disco")) ?? []).not.toContain(stem("disk"));
});

test("a glossary of one's own is read the same way, and lines of one saying mean nothing", () => {
  const own = readGlossary("anillo, token ring\nsolo\n\n, ,");
  expect(meaningsOf("token ring", own).phrases).toEqual([{ of: ["token", "ring"], words: ["anill"] }]);
  expect(own.bySaying.size).toBe(2);
});

test("meanings of one's own join the built-in ones, in both directions, until others come", () => {
  setExtraMeanings(["# our words", "patinete, kick scooter", "patinete, pata", "disco, platter"]);
  expect(meaningsOf("kick scooter").phrases.flatMap(({ words }) => words)).toContain(stem("patinete"));
  expect(meaningsOf("patinetes").parts.map(({ word, share }) => [word, share])).toEqual([
    [stem("kick"), 1 / 2],
    [stem("scooter"), 1 / 2],
  ]);
  expect(synonymsOf(stem("patinete"))).toEqual([stem("pata")]);
  expect(synonymsOf(stem("disco"))).toEqual(expect.arrayContaining([stem("disk"), stem("platter")]));
  setExtraMeanings([]);
  expect(meaningsOf("patinetes").parts).toEqual([]);
  expect(synonymsOf(stem("disco"))).toContain(stem("disk"));
});

test("lines that mean nothing do no harm", () => {
  setExtraMeanings(["", ",,,", "uno solo", "\u0000, \ud800", `${"x".repeat(600)}, y`, "que, de", "a,b\nc,d"]);
  expect(synonymsOf(stem("discos"))).toContain(stem("disk"));
});
