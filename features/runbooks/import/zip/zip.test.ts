import { expect, test } from "vitest";
import { zip } from "@/test/zip-archive";
import { readZip } from "./adapter";
import { readDirectory } from "./directory";
import { placeOfEntry, refusalOfEntry } from "./entries";
import { unpackEntry } from "./unpack-entry";

const entriesOf = (bytes: Buffer) => {
  const directory = readDirectory(bytes, 100);
  if ("fault" in directory) throw new Error(directory.fault);
  return directory.entries;
};

test("an archive in the ZIP64 format is read as any other, on the server and in a browser", async () => {
  const bytes = zip(
    [
      { name: "a/uno.md", content: "uno" },
      { name: "dos.md", content: "dos" },
    ],
    { wide: true, comment: "PK" },
  );
  const { files, refused } = readZip(bytes, "x.zip");
  expect(files.map(({ path, size, read }) => [path, size, Buffer.from(read()).toString()])).toEqual([
    ["a/uno.md", 3, "uno"],
    ["dos.md", 3, "dos"],
  ]);
  expect(refused).toEqual([]);
  const [first] = entriesOf(bytes);
  expect(first && Buffer.from((await unpackEntry(bytes, first)) ?? []).toString()).toBe("uno");
});

test("names are read as UTF-8 where they are, and as code page 437 where they are not", () => {
  const bytes = zip([
    { name: "guía.md", content: "x" },
    { name: "", raw: Buffer.from("técnica.md"), content: "x" },
    { name: "", raw: Buffer.from([0x67, 0x75, 0xa1, 0x61, 0xa4, 0x61, 0x2e, 0x6d, 0x64]), content: "x" },
  ]);
  expect(entriesOf(bytes).map(({ name }) => name)).toEqual(["guía.md", "técnica.md", "guíaña.md"]);
});

test("what may not come in is refused for its own reason, and back-slashes are folders", () => {
  const refusals = entriesOf(
    zip([
      { name: "wiki\\a\\b.md", content: "x" },
      { name: "./c.md", content: "x" },
      { name: "..\\fuera.md", content: "x" },
      { name: "C:\\abs.md", content: "x" },
      { name: "__MACOSX/wiki/._b.md", content: "x" },
      { name: "wiki/.DS_Store", content: "x" },
      { name: "secreto.md", content: "x", encrypted: true },
      { name: "enlace.md", content: "/etc/passwd", mode: 0o120777 },
      { name: "raro.md", content: "x", method: 12 },
    ]),
  ).map((entry) => [placeOfEntry(entry), refusalOfEntry(entry)]);
  expect(refusals).toEqual([
    ["wiki/a/b.md", null],
    ["c.md", null],
    ["../fuera.md", "leads-out"],
    ["C:/abs.md", "leads-out"],
    ["__MACOSX/wiki/._b.md", "system"],
    ["wiki/.DS_Store", "system"],
    ["secreto.md", "encrypted"],
    ["enlace.md", "symlink"],
    ["raro.md", "method"],
  ]);
});

test("no more is unpacked in a browser than the directory says", async () => {
  const bytes = zip([
    { name: "bomba.md", content: "a".repeat(5_000_000), size: 100 },
    { name: "corto.md", content: "abc", size: 5 },
    { name: "bien.md", content: "abc", method: 0 },
  ]);
  const unpacked = await Promise.all(entriesOf(bytes).map((entry) => unpackEntry(bytes, entry)));
  expect(unpacked.map((one) => one?.length ?? null)).toEqual([null, null, 3]);
});

test("what is no archive, or a damaged one, is told apart and never read beyond its end", () => {
  const bytes = zip([{ name: "a.md", content: "x" }]);
  expect(readDirectory(Buffer.from("no zip"), 9)).toEqual({ fault: "no-archive" });
  expect(readDirectory(bytes.subarray(0, bytes.length - 4), 9)).toEqual({ fault: "no-archive" });
  expect(readDirectory(bytes, 0)).toEqual({ fault: "too-many-files" });
  for (let at = 0; at < bytes.length; at++) {
    const broken = Buffer.from(bytes);
    broken[at] = 0xff;
    const found = readDirectory(broken, 9);
    if ("entries" in found) for (const entry of found.entries) expect(() => placeOfEntry(entry)).not.toThrow();
  }
});
