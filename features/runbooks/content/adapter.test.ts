import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { blobHash, listRunbookFiles, readRunbookFile } from "./adapter";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "bitacora-content-"));
  mkdirSync(path.join(root, "svc", "sub"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, text: string | Buffer = "x") => writeFileSync(path.join(root, name), text);
const rules = () =>
  listRunbookFiles(root)
    .problems.map((entry) => `${entry.file} ${entry.rule}`)
    .toSorted();
const paths = () =>
  listRunbookFiles(root)
    .files.map((file) => `${file.path}.${file.format}`)
    .toSorted();
const refusal = (name: string) => {
  const read = readRunbookFile(root, path.join(root, name), name);
  return "problem" in read ? read.problem.rule : read.source;
};

test("runbooks lie right in the folder of their service; anything else is left alone or said", () => {
  for (const name of [
    "svc/a.mdx",
    "svc/b.md",
    "svc/image.png",
    "svc/.hidden.mdx",
    "svc/sub/deep.mdx",
    "loose.mdx",
    "README.md",
  ])
    write(name);
  expect(paths()).toEqual(["svc/a.mdx", "svc/b.md"]);
  expect(rules()).toEqual(["loose.mdx path-depth", "svc/sub/deep.mdx path-depth"]);
});

test("of two files of one path the one in MDX is read, and the other said", () => {
  write("svc/a.md");
  write("svc/a.mdx");
  expect(paths()).toEqual(["svc/a.mdx"]);
  expect(rules()).toEqual(["svc/a.md path-twice"]);
});

test("symbolic links to files and to folders are not followed", () => {
  symlinkSync("/etc/passwd", path.join(root, "svc", "passwd.md"));
  symlinkSync("/etc", path.join(root, "etc"));
  expect(paths()).toEqual([]);
  expect(rules()).toEqual(["etc symlink", "svc/passwd.md symlink"]);
  expect(refusal("svc/passwd.md")).toBe("symlink");
});

test("a path that leaves the folder is refused, by dots or by a linked folder", () => {
  symlinkSync("/etc", path.join(root, "svc", "linked"));
  expect(refusal("../../etc/hostname")).toMatch(/path-escape|file-unreadable/);
  expect(readRunbookFile(root, "/etc/passwd", "x")).toMatchObject({ problem: { rule: "path-escape" } });
  expect(refusal("svc/linked/passwd")).toBe("path-escape");
});

test("a file of 5 MB is refused by its size, and bytes that are no UTF-8 by their first", () => {
  write("svc/big.mdx", "x".repeat(5_000_000));
  write("svc/latin.mdx", Buffer.from([0x68, 0xf3, 0x6c]));
  write("svc/ok.mdx", "hólá");
  expect(refusal("svc/big.mdx")).toBe("file-too-large");
  expect(refusal("svc/latin.mdx")).toBe("not-text");
  expect(refusal("svc/none.mdx")).toBe("file-unreadable");
  expect(refusal("svc/ok.mdx")).toBe("hólá");
});

test("a folder of a service has a name that can be part of an address", () => {
  mkdirSync(path.join(root, "Mi Servicio"));
  write("Mi Servicio/a.mdx");
  expect(paths()).toEqual([]);
  expect(rules()).toEqual(["Mi Servicio path-name"]);
});

test("the blob is the one that git computes", () => {
  const text = "hólá\n";
  const expected = execFileSync("git", ["hash-object", "--stdin"], { input: text, encoding: "utf8" }).trim();
  expect(blobHash(text)).toBe(expected);
});
