import fc from "fast-check";
import { expect, test } from "vitest";
import type { SearchSection } from "../artifact";
import { compacted, decodeIndex, encodeIndex, snapshot } from "./index-file";
import { search } from "./search";
import { emptyIndex, isWorn, removeRunbook, replaceRunbook, type SearchIndex } from "./search-index";
import { sectionsIn } from "./section-store";

const section = (anchor: string, title: string, symptoms: string): SearchSection => ({
  anchor,
  kind: "procedure",
  parent: null,
  title,
  symptoms,
  causes: "",
  prose: "",
  commands: "",
  alerts: "",
});
const put = (index: SearchIndex, path: string, version: string, ...texts: string[]) =>
  replaceRunbook(
    index,
    { path, service: "api", title: `Guía ${path}`, version },
    texts.map((text, at) => section(`s${at}`, text, text)),
  );
const bytesOf = (index: SearchIndex, made = "test") => {
  const slices = [...encodeIndex(snapshot(index), made)];
  return new Uint8Array(Buffer.concat(slices));
};
const words = ["disco", "lleno", "memoria", "cola", "ECONNREFUSED", "x509", "réplica", "日本", "😀 caído", "a\nb"];
const state = (index: SearchIndex) => [...sectionsIn(index.sections)];
const answers = (index: SearchIndex) => words.map((word) => search(index, word));

const change = fc.record({
  path: fc.constantFrom("api/a", "api/b", "web/c", "web/d"),
  texts: fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  packs: fc.boolean(),
});

test("after any changes, packed now and then, an index answers as one that was built of what is there", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let index = emptyIndex();
      const there = new Map<string, string[]>();
      for (const { path, texts, packs } of changes) {
        const own = texts.map((text) => text.join(" "));
        if (own.length === 0) removeRunbook(index, path);
        else put(index, path, "1", ...own);
        there.delete(path);
        if (own.length > 0) there.set(path, own);
        if (packs) index = compacted(index);
      }
      const fresh = emptyIndex();
      for (const [path, own] of there) put(fresh, path, "1", ...own);
      expect(state(compacted(index))).toEqual(state(fresh));
      expect(answers(compacted(index))).toEqual(answers(fresh));
      expect(index.alive).toBe(fresh.alive);
    }),
    { numRuns: 40 },
  );
});

test("what was saved is what is loaded: runbooks with their versions, sections, terms and answers", () => {
  const index = emptyIndex();
  put(index, "api/a", "md 1", "disco lleno", "cola parada");
  put(index, "api/b", "md 2", "memoria");
  put(index, "api/a", "md 3", "réplica lenta 😀");
  const loaded = decodeIndex(bytesOf(index), "test");
  if (!loaded) throw new Error("not loaded");
  expect(state(loaded)).toEqual(state(index));
  expect(loaded.sections.runbooks.map((one) => [one?.path, one?.version])).toEqual([
    ["api/b", "md 2"],
    ["api/a", "md 3"],
  ]);
  expect(loaded.postings.has("cola")).toBe(false); // only in a text that is gone
  expect(answers(loaded)).toEqual(answers(index));
});

test("what is written is of one moment, however the index changes between two slices", () => {
  const index = emptyIndex();
  for (let at = 0; at < 300; at += 1) put(index, `api/${at}`, "1", `disco ${at}`, "memoria");
  const before = state(index);
  const slices: Uint8Array[] = [];
  for (const slice of encodeIndex(snapshot(index), "test")) {
    slices.push(slice.slice());
    for (let at = 0; at < 40; at += 1) put(index, `api/${at}`, "2", `cola nueva ${slices.length}`, "disco memoria");
  }
  const loaded = decodeIndex(new Uint8Array(Buffer.concat(slices)), "test");
  expect(loaded && state(loaded)).toEqual(before);
  expect(loaded?.postings.get("memori")?.length).toBe(300);
});

test("a file of another version of the pipeline is of no use, and an empty index is a file", () => {
  expect(decodeIndex(bytesOf(emptyIndex(), "pipeline 3"), "pipeline 4")).toBeNull();
  expect(decodeIndex(bytesOf(emptyIndex()), "test")?.alive).toBe(0);
});

test("an index that grew from nothing is worn once it is large, and not any more when it is packed", () => {
  const index = emptyIndex();
  for (let at = 0; at < 1_100; at += 1) put(index, `api/${at}`, "1", `disco ${at}`, "memoria");
  expect(isWorn(index)).toBe(true);
  expect(isWorn(compacted(index))).toBe(false);
});
