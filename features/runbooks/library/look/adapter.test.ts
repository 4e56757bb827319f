import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isQuiet, lookAtAll, type Sight } from "./adapter";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "bitacora-look-"));
  mkdirSync(path.join(root, "api"));
  writeFileSync(path.join(root, "api", "uno.mdx"), "uno");
  writeFileSync(path.join(root, "api", "dos.mdx"), "dos");
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true, force: true });
});

/** A look at folders that nobody has touched for a minute. */
async function calmLook(before: Sight | null = null): Promise<Sight> {
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  return lookAtAll(root, before);
}

test("nothing changed: a glance is enough", async () => {
  expect(await isQuiet(await calmLook())).toBe(true);
});

test("folders that changed a moment ago are looked at again: the next change may leave no trace", async () => {
  expect(await isQuiet(await lookAtAll(root, null))).toBe(false);
});

test.each([
  ["a file that is new", () => writeFileSync(path.join(root, "api", "tres.mdx"), "x")],
  ["a file that is gone", () => rmSync(path.join(root, "api", "uno.mdx"))],
  ["a service that is new", () => mkdirSync(path.join(root, "web"))],
  ["a folder that is gone", () => rmSync(root, { recursive: true })],
  ["a file written in place", () => appendFileSync(path.join(root, "api", "uno.mdx"), "x")],
  [
    "a file replaced by another, as git and editors do",
    () => {
      writeFileSync(path.join(root, "api", ".uno"), "uno");
      renameSync(path.join(root, "api", ".uno"), path.join(root, "api", "uno.mdx"));
    },
  ],
])("a glance sees %s", async (_, change) => {
  const sight = await calmLook();
  change();
  expect(await isQuiet(sight)).toBe(false);
});

test("of a large library, all files are seen within ten glances", async () => {
  for (let each = 0; each < 2_500; each += 1) writeFileSync(path.join(root, "api", `f${each}.mdx`), "x");
  const sight = await calmLook();
  appendFileSync(path.join(root, "api", "f2499.mdx"), "x");
  appendFileSync(path.join(root, "api", "f0.mdx"), "x");
  const glances = [await isQuiet(sight), await isQuiet(sight), await isQuiet(sight)];
  expect(glances).toContain(false);
});

test("a glance at a large library lets others have their turn", async () => {
  for (let each = 0; each < 1_000; each += 1) writeFileSync(path.join(root, "api", `f${each}.mdx`), "x");
  const sight = await calmLook();
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 0);
  for (let each = 0; each < 5; each += 1) await isQuiet(sight);
  clearInterval(count);
  expect(turns).toBeGreaterThan(0);
});

test("the order of paths is that of names, and is kept while no path comes or goes", async () => {
  mkdirSync(path.join(root, "api-x"));
  writeFileSync(path.join(root, "api-x", "a.mdx"), "x");
  const sight = await calmLook();
  expect(sight.order).toEqual(["api-x/a", "api/dos", "api/uno"].toSorted((a, b) => a.localeCompare(b)));
  expect((await calmLook(sight)).order).toBe(sight.order);
});
