import { afterEach, expect, test, vi } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { contentRepository } from "@/test/content-repository";
import { searchSection } from "@/test/search-section";
import { library } from "../library/adapter";
import { setExtraMeanings } from "./glossary";
import { unpack } from "./portable-index";
import { packedIndex } from "./queries";
import { emptyIndex, replaceRunbook } from "./search-index";

const sharedSearch = globalThis as { bitacoraSearch?: unknown };

afterEach(() => vi.unstubAllEnvs());

test("whoever may read the runbooks may take their sections along, and the tag is that of the content", async () => {
  const { json, etag } = await packedIndex({ actor: nobody });
  expect(unpack(JSON.parse(json)).length).toBeGreaterThan(50);
  expect((await packedIndex({ actor: nobody })).etag).toBe(etag);
});

test("words of one's own travel along, and a new one makes another tag", async () => {
  const repo = contentRepository("own");
  try {
    repo.write("glossary.txt", "# palabras\nes: zarcillo; en: tendril\n");
    const first = await packedIndex({ actor: nobody });
    expect(JSON.parse(first.json)).toMatchObject({ meanings: ["zarcillo, tendril"] });
    repo.write("glossary.txt", "zarcillo, tendril, vine\n");
    await vi.waitFor(async () => expect((await packedIndex({ actor: nobody })).etag).not.toBe(first.etag), 3_000);
  } finally {
    repo.remove();
    setExtraMeanings([]);
  }
});

test("with READ_ACCESS=members nobody does without signing in", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  await expect(packedIndex({ actor: nobody })).rejects.toMatchObject({ code: "unauthenticated" });
});

test("of a library that is too large a browser gets what it has taken along, and no more", async () => {
  const before = sharedSearch.bitacoraSearch;
  const index = emptyIndex();
  const prose = "lleno ".repeat(20_000);
  for (let at = 0; at < 40; at += 1)
    replaceRunbook(index, { path: `api/${at}`, service: "api", title: `Guía ${at}`, version: "1" }, [
      searchSection({ anchor: "", kind: "page", title: "Disco", prose }),
    ]);
  sharedSearch.bitacoraSearch = { index, library: await library(), work: null, missing: 0, saved: 0, opened: null };
  try {
    const { json } = await packedIndex({ actor: nobody }, ["api/7", "api/9", "api/none"]);
    expect(unpack(JSON.parse(json)).map(({ path }) => path)).toEqual(["api/7", "api/9"]);
    expect(JSON.parse((await packedIndex({ actor: nobody })).json)).toMatchObject({ runbooks: [] });
  } finally {
    sharedSearch.bitacoraSearch = before;
  }
});
