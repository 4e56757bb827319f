import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readIndexFile, removeDrafts, writeIndexFile } from "./adapter";

let dir = "";
let file = "";
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-index-"));
  file = path.join(dir, "search", "index");
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const slices = [Uint8Array.of(1, 2, 3), new Uint8Array(70_000).fill(7)];

test("what was written is read, and nothing else is left in the folder", async () => {
  expect(await writeIndexFile(file, slices)).toBe(70_007);
  expect(await readIndexFile(file)).toEqual({ kind: "whole", bytes: new Uint8Array(Buffer.concat(slices)) });
  expect(await readdir(path.dirname(file))).toEqual(["index"]);
});

test("one that was never written is none", async () => {
  expect(await readIndexFile(file)).toEqual({ kind: "none" });
});

test.each([
  ["cut off", async () => truncate(file, 40_000)],
  ["empty", async () => truncate(file, 0)],
  ["not ours", async () => writeFile(file, "hello, this is not an index")],
  [
    "changed in one bit",
    async () => {
      const bytes = await readFile(file);
      bytes[33_333] = (bytes[33_333] ?? 0) ^ 1;
      await writeFile(file, bytes);
    },
  ],
])("a file that is %s is damaged", async (_, damage) => {
  await writeIndexFile(file, slices);
  await damage();
  expect(await readIndexFile(file)).toEqual({ kind: "damaged" });
});

test("a write that fails leaves the file that was there, and no draft", async () => {
  await writeIndexFile(file, slices);
  const failing = function* () {
    yield Uint8Array.of(9);
    throw new Error("no");
  };
  await expect(writeIndexFile(file, failing())).rejects.toThrow("no");
  expect((await readIndexFile(file)).kind).toBe("whole");
  expect(await readdir(path.dirname(file))).toEqual(["index"]);
});

test("drafts of processes that ended are removed", async () => {
  await writeIndexFile(file, slices);
  await writeFile(`${file}.0.draft`, "half");
  await removeDrafts(file);
  expect(await readdir(path.dirname(file))).toEqual(["index"]);
});
