import { expect, test } from "vitest";
import { meaningsOf, readGlossary, synonymsOf } from "./glossary";
import { stem } from "./stem";

test("a word is known in the other language, whatever its form", () => {
  expect(synonymsOf(stem("discos"))).toContain(stem("disk"));
  expect(synonymsOf(stem("queues"))).toContain(stem("colas"));
});

test("several words may have one meaning, and the other way round", () => {
  expect(meaningsOf("el pod muere sin memoria").phrases.flat()).toContain("oomkill");
  expect(meaningsOf("no responde").phrases.flat()).toContain(stem("unresponsive"));
});

test("what was asked for already is not added again", () => {
  expect(meaningsOf("disco disk").byWord.get(stem("disco")) ?? []).not.toContain(stem("disk"));
});

test("a glossary of one's own is read the same way, and lines of one saying mean nothing", () => {
  const own = readGlossary("anillo, token ring\nsolo\n\n, ,");
  expect(meaningsOf("token ring", own).phrases).toEqual([["anill"]]);
  expect(own.bySaying.size).toBe(2);
});
