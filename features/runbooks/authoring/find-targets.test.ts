import { expect, test } from "vitest";
import { findable, findTargets, mostUsed } from "./find-targets";

const all = [
  { path: "api/emergencias", title: "Emergencias en producción" },
  { path: "api/redis", title: "Caída de Redis" },
  { path: "web/redis", title: "Redis de la web" },
].map(findable);
const paths = (q: string, service = "", limit = 10) => findTargets(all, q, service, limit).map(({ path }) => path);

test("every word has to be in the path or the title, accents and capitals aside", () => {
  expect(paths("caida redis")).toEqual(["api/redis"]);
  expect(paths("PRODUCCION")).toEqual(["api/emergencias"]);
  expect(paths("nada")).toEqual([]);
});

test("the own service comes first, and no more than asked for", () => {
  expect(paths("redis", "web")).toEqual(["web/redis", "api/redis"]);
  expect(paths("", "", 2)).toHaveLength(2);
});

test("ten thousand are looked through in a few milliseconds", () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    findable({ path: `s${n % 50}/r-${n}`, title: `Caída número ${n}` }),
  );
  const began = performance.now();
  expect(findTargets(many, "caida 99", "s1", 20)).toHaveLength(20);
  expect(performance.now() - began).toBeLessThan(200);
});

test("values come by how often they are used", () => {
  expect(mostUsed(["b", "a", "b", "c"], 2)).toEqual(["b", "a"]);
});
