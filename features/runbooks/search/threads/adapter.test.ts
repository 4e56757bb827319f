import { afterEach, expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { findIn } from "../find-in";
import { unpackFound } from "../found-bytes";
import { setExtraMeanings } from "../glossary";
import { encodeIndex, snapshot } from "../index-file";
import { emptyIndex, removeRunbook, replaceRunbook } from "../search-index";
import { type SearchThreads, searchThreads } from "./adapter";

const file = new URL("./start-thread.mjs", import.meta.url);
const entry = (path: string) => ({ path, service: "api", title: `Guía de ${path}`, version: "" });
const sections = (symptoms: string) => [searchSection({ anchor: "a", kind: "procedure", title: symptoms, symptoms })];

function indexOf(texts: Record<string, string>) {
  const index = emptyIndex();
  for (const [path, text] of Object.entries(texts)) replaceRunbook(index, entry(path), sections(text));
  const slices = [...encodeIndex(snapshot(index), "test")];
  const bytes = new Uint8Array(new SharedArrayBuffer(slices.reduce((sum, { length }) => sum + length, 0)));
  let at = 0;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return { index, bytes };
}

let threads: SearchThreads;
afterEach(() => threads.close());

const none: string[] = [];
/** What threads find, once one is ready. */
const found = async (query: string, lines: readonly string[] = none) => {
  await expect.poll(() => threads.find("x", 1, none), { timeout: 20_000 }).not.toBeNull();
  return foundBy(query, lines);
};
const foundBy = async (query: string, lines: readonly string[]) => {
  const bytes = await threads.find(query, 20, lines);
  return bytes && unpackFound(bytes);
};
const pathsFor = async (query: string, lines?: readonly string[]) =>
  (await found(query, lines))?.results.map(({ path }) => path);

test("they find what a search here finds, with the words that stand nowhere", async () => {
  const { index, bytes } = indexOf({ "api/disco": "El disco está lleno", "api/cola": "La cola no avanza" });
  threads = searchThreads(file, { least: 0, count: 2 });
  threads.open(bytes, "test");
  const queries = ["disco lleno", "cola", "cola zanzibar", "ERROR disco lleno\nla cola no avanza\nERROR disco lleno"];
  for (const query of queries) expect(await found(query)).toEqual(await findIn(index, query, 20));
});

test("what changes counts for whoever asks afterwards", async () => {
  const { index, bytes } = indexOf({ "api/disco": "El disco está lleno", "api/cola": "La cola no avanza" });
  threads = searchThreads(file, { least: 0, count: 1 });
  threads.open(bytes, "test");
  threads.put(entry("api/cola"), sections("La cola está atascada"));
  threads.put(entry("api/red"), sections("La red no responde"));
  threads.remove("api/disco");
  replaceRunbook(index, entry("api/cola"), sections("La cola está atascada"));
  replaceRunbook(index, entry("api/red"), sections("La red no responde"));
  removeRunbook(index, "api/disco");
  for (const query of ["atascada", "disco", "red", "avanza"])
    expect(await found(query)).toEqual(await findIn(index, query, 20));
  const lines = ["red, zanzibar"];
  expect(await pathsFor("zanzibar")).toEqual([]);
  expect(await pathsFor("zanzibar", lines)).toEqual(["api/red"]);
  expect(await pathsFor("zanzibar", none)).toEqual([]);
  setExtraMeanings([]);
});

test("another index takes the place of the first", async () => {
  threads = searchThreads(file, { least: 0, count: 1 });
  threads.open(indexOf({ "api/disco": "El disco está lleno" }).bytes, "test");
  expect(await pathsFor("disco")).toEqual(["api/disco"]);
  threads.open(indexOf({ "api/cola": "La cola no avanza" }).bytes, "test");
  expect(threads.find("cola", 20, none)).toBeNull();
  expect(await pathsFor("cola")).toEqual(["api/cola"]);
  expect(await pathsFor("disco")).toEqual([]);
});

test("there is none for a small library, nor where there is one processor", async () => {
  const { bytes } = indexOf({ "api/disco": "El disco está lleno" });
  threads = searchThreads(file);
  threads.open(bytes, "test");
  expect(threads.find("disco", 20, none)).toBeNull();
  threads = searchThreads(file, { least: 0, count: 0 });
  threads.open(bytes, "test");
  expect(threads.find("disco", 20, none)).toBeNull();
});

test("a glossary that was known before there were threads counts on them, too", async () => {
  threads = searchThreads(file, { least: 0, count: 1 });
  const lines = ["red, zanzibar"];
  expect(threads.find("zanzibar", 20, lines)).toBeNull();
  threads.open(indexOf({ "api/red": "La red no responde" }).bytes, "test");
  await expect.poll(() => threads.find("zanzibar", 20, lines), { timeout: 20_000 }).not.toBeNull();
  expect((await foundBy("zanzibar", lines))?.results.map(({ path }) => path)).toEqual(["api/red"]);
});

test("whoever waits for a thread that ends is told, and the next searches here", async () => {
  threads = searchThreads(file, { least: 0, count: 1 });
  threads.open(indexOf({ "api/disco": "El disco está lleno" }).bytes, "test");
  await found("disco");
  threads.close();
  // Before it is known to have ended; it cannot answer any more, as it might have if it had been asked before.
  const asked = threads.find("disco", 20, none);
  await expect(asked).rejects.toThrow("a search thread ended");
  expect(threads.find("disco", 20, none)).toBeNull();
});
