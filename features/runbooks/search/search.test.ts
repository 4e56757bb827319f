import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import type { SearchSection } from "../artifact";
import { buildOutline } from "../pipeline/build-outline";
import { gate } from "../pipeline/gate";
import { buildIndex, type SearchIndex } from "./search-index";
import { searchText as search } from "./search-text";

let index: SearchIndex;

// The five guides as they were written, so that the answers do not depend on how runbooks are split.
beforeAll(() => {
  const sections = readdirSync("test/fixtures/guides").flatMap((file) => {
    const service = file.replace(/\.md$/, "");
    const source = readFileSync(`test/fixtures/guides/${file}`, "utf8");
    const { runbook, problems } = gate({ file, path: `${service}/guia`, format: "md", source });
    if (!runbook) throw new Error(problems[0]?.message);
    const outline = buildOutline(runbook, problems);
    return outline.sections.map((section) => ({
      path: outline.path,
      service,
      title: outline.frontMatter.title,
      section,
    }));
  });
  index = buildIndex(sections);
});

const best = (query: string) => {
  const [first] = search(index, query, 1);
  return first ? `${first.service}: ${first.heading}` : null;
};

test.each([
  ["could not extend file: No space left on device", "preventia-news: Error: Disk Space Full"],
  ["ConnectionRefusedError", "qaframework-railway: 3. Database Connection Refused"],
  ["circuit breaker open", "agente-hotelero-api: Escenario 2: Circuit Breaker Abierto (PMS No Accesible)"],
  ["OOM Killed", "qaframework-railway: 6. Memory Issues (OOM Killed)"],
  ["asyncpg.exceptions.InvalidPasswordError", "preventia-news: Error: Database Connection Failed"],
  ["cola no drena", "whatsapp-chatbot: 8) Cola de mensajes crece y no drena"],
  ["healthz 503", "whatsapp-chatbot: 4) /healthz responde 503"],
  ["CUDA out of memory", "blatam-kv-cache: Error de GPU"],
  ["redis no responde", "whatsapp-chatbot: 6) Redis no responde"],
  ["hit rate bajo", "blatam-kv-cache: Bajo Cache Hit Rate"],
  ["REDIS NO RESPONDE", "whatsapp-chatbot: 6) Redis no responde"],
  ["redis no resp", "whatsapp-chatbot: 6) Redis no responde"],
  ["redis no respnde", "whatsapp-chatbot: 6) Redis no responde"],
])("%s finds %s first", (query, expected) => {
  expect(best(query)).toBe(expected);
});

test("accents do not matter: token invalido is token inválido", () => {
  const plain = search(index, "token invalido").map((result) => result.anchor);
  expect(plain).toEqual(search(index, "token inválido").map((result) => result.anchor));
  expect(search(index, "token invalido", 5).map((result) => result.heading)).toContain("Error: JWT Token Invalid");
});

test("Spanish words find English headings", () => {
  expect(
    search(index, "fuga de memoria", 5)
      .map((result) => result.heading)
      .join("\n"),
  ).toMatch(/Memory Leak/);
});

test("the result carries a snippet of the stored text, with what matched", () => {
  const [first] = search(index, "No space left on device", 1);
  expect(first?.snippet).toContain("No space left on device");
  const marked = first?.matches.map(([start, end]) => first.snippet.slice(start, end));
  expect(marked).toEqual(expect.arrayContaining(["space", "device"]));
});

test("a snippet shows a word that its section has, and not the letters of another", () => {
  const section = (path: string, texts: Partial<SearchSection>) => ({
    path,
    service: "s",
    title: path,
    section: searchSection({ anchor: "a", kind: "section", ...texts }),
  });
  const shop = section("s/shop", { symptoms: "The catalogue is empty", prose: "After a deploy nothing shows" });
  const others = Array.from({ length: 9 }, (_, at) => section(`s/${at}`, { prose: "Look at it: deploy" }));
  const results = search(buildIndex([shop, section("s/cat", { commands: "cat /etc/hosts" }), ...others]), "cat deploy");
  expect(results.find(({ path }) => path === "s/shop")?.snippet).toBe("After a deploy nothing shows");
});

test("each procedure answers once, and the score falls", () => {
  const results = search(index, "docker restart", 20);
  const keys = results.map((result) => `${result.path}#${result.anchor}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(results.map((result) => result.score)).toEqual(
    results.map((result) => result.score).toSorted((a, b) => b - a),
  );
  expect(search(index, "docker restart", 3)).toHaveLength(3);
});

test.each(["", "   ", "zzzzqqqq", "!!! ---", "\u0000"])("%j finds nothing and breaks nothing", (query) => {
  expect(search(index, query)).toEqual([]);
});

test("the one line that counts is found in 5,000 pasted ones, in time", () => {
  const noise = Array.from(
    { length: 5_000 },
    (_, i) =>
      `2025-10-24T03:${i % 60}:11.${i} ERROR worker-${i} req=${(i * 7919).toString(16)} item ${i} failed at 10.0.${i % 255}.7:5432`,
  );
  noise.splice(2_500, 0, 'psycopg2.OperationalError: could not extend file "base/16384/2619": No space left on device');
  const text = noise.join("\n");
  search(index, text);
  const startedAt = performance.now();
  const [first] = search(index, text, 1);
  expect(performance.now() - startedAt).toBeLessThan(1_000); // 70 ms on a quiet machine
  expect(first?.heading).toBe("Error: Disk Space Full");
});
