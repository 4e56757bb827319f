import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hintScripts } from "./compile-hints";

let folder = "";
const put = (name: string, text: string) => writeFile(path.join(folder, name), text);
const read = (name: string) => readFile(path.join(folder, name), "utf8");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bitacora-hints-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a script says that it is to be compiled as a whole, once", async () => {
  await put("a.js", "push(1)");
  expect(await hintScripts(folder)).toBe(1);
  expect(await hintScripts(folder)).toBe(1);
  expect(await read("a.js")).toBe("//# allFunctionsCalledOnLoad\npush(1)");
});

test("a library of which a page uses the smallest part, and what is no script, stay as they are", async () => {
  const large = `push(${"1".repeat(240_000)})`;
  await put("large.js", large);
  await put("a.css", "p{color:red}");
  expect(await hintScripts(folder)).toBe(0);
  expect(await read("large.js")).toBe(large);
  expect(await read("a.css")).toBe("p{color:red}");
  expect((await readdir(folder)).sort()).toEqual(["a.css", "large.js"]);
});
