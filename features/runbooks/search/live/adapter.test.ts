import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { invalidateLibrary } from "../../library/adapter";
import { searchRunbooks } from "../queries";
import type { SearchThreads } from "../threads/adapter";
import { liveIndex, openIndex, saveIndex, searchOn, unsaved } from "./adapter";

let home: string;
const indexFile = () => path.join(home, "data", "cache", "search", "index");
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "bitacora-live-"));
  mkdirSync(path.join(home, "content", "runbooks", "api"), { recursive: true });
  vi.stubEnv("DATA_DIR", path.join(home, "data"));
  vi.stubEnv("CONTENT_DIR", path.join(home, "content"));
  forget();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
  forget();
});

/** Forgets what this process knows, as a restart does. */
function forget() {
  const known = globalThis as { bitacoraLibrary?: unknown; bitacoraSearch?: unknown; bitacoraSearchThreads?: unknown };
  delete known.bitacoraLibrary;
  delete known.bitacoraSearch;
  delete known.bitacoraSearchThreads;
}
const write = (name: string, text: string) => {
  const matter = `---\ntitle: Guía ${name}\nservice: api\nlang: es\nowner: O\n---\n\n`;
  writeFileSync(path.join(home, "content", "runbooks", "api", `${name}.mdx`), `${matter}${text}\n`);
  invalidateLibrary();
};
const found = async (query: string) => (await searchRunbooks(query)).map((result) => result.path);

test("after a restart the saved index answers, and only what changed meanwhile is read again", async () => {
  write("disco", "Disco lleno");
  write("cola", "Cola parada");
  expect(await found("parada")).toEqual(["api/cola"]);
  await saveIndex();
  forget();
  write("cola", "Cola atascada");
  await openIndex();
  expect(await found("atascada")).toEqual(["api/cola"]);
  expect(await found("parada")).toEqual([]);
  expect(await found("lleno")).toEqual(["api/disco"]);
  expect(unsaved().changes).toBe(1);
});

test("a damaged file is passed over and written anew", async () => {
  write("disco", "Disco lleno");
  await liveIndex();
  await saveIndex();
  const bytes = readFileSync(indexFile());
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  writeFileSync(indexFile(), bytes);
  forget();
  await openIndex();
  expect(unsaved().changes).toBe(0);
  expect(await found("lleno")).toEqual(["api/disco"]);
  await saveIndex();
  forget();
  await openIndex();
  expect(unsaved().changes).toBe(0);
  expect((await liveIndex()).index.alive).toBe(1);
});

test("while many runbooks are read for the first time, a search answers from those that are there and says what is missing", async () => {
  for (let at = 0; at < 300; at += 1) write(`n${at}`, `Disco lleno número ${at}`);
  const first = await liveIndex();
  expect(first.missing).toBeGreaterThan(0);
  expect(first.index.sections.byPath.size + first.missing).toBe(300);
  await expect.poll(async () => (await liveIndex()).missing, { timeout: 20_000 }).toBe(0);
  expect(first.index.sections.byPath.size).toBe(300);
}, 40_000);

test("threads are told all that changes, and where one ends the search is done here", async () => {
  const told: string[] = [];
  const threads: SearchThreads = {
    open: () => told.push("open"),
    put: ({ path }) => told.push(`put ${path}`),
    remove: (path) => told.push(`remove ${path}`),
    find: (query) => {
      told.push(`find ${query}`);
      return Promise.reject(new Error("a search thread ended"));
    },
    close: () => undefined,
  };
  searchOn(threads);
  write("disco", "Disco lleno");
  write("cola", "Cola parada");
  expect(await found("parada")).toEqual(["api/cola"]);
  await saveIndex();
  rmSync(path.join(home, "content", "runbooks", "api", "cola.mdx"));
  invalidateLibrary();
  expect(await found("parada")).toEqual([]);
  expect(told).toEqual(["put api/cola", "put api/disco", "find parada", "remove api/cola", "find parada"]);
  forget();
  searchOn(threads);
  await openIndex();
  expect(told.at(-1)).toBe("open");
});
