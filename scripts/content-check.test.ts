import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
const good = "---\ntitle: T\nservice: svc\nlang: es\nowner: O\n---\n\nHola\n";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bitacora check "));
  mkdirSync(path.join(folder, "svc"));
  writeFileSync(path.join(folder, "svc", "good.mdx"), good);
  writeFileSync(path.join(folder, "svc", "bad.mdx"), `${good}{x}\n`);
  writeFileSync(path.join(folder, "svc", "notes.md"), "# Notas\n");
  symlinkSync("/etc/passwd", path.join(folder, "svc", "link.mdx"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (...args: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", "scripts/content-check.ts", ...args], {
    encoding: "utf8",
  });
  return { status, lines: stdout.split("\n").filter(Boolean) };
};

test("each problem is one line with its place, and errors end with 1", { timeout: 30_000 }, () => {
  const { status, lines } = check(folder);
  expect(status).toBe(1);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/svc\/link\.mdx:1:1 .*symbolic link/);
  expect(lines[1]).toMatch(/svc\/bad\.mdx:9:1 `\{x\}` is an expression/);
  expect(lines[2]).toMatch(/svc\/notes\.md:1:1 warning: The file has no front matter/);
});

test("files can be named one by one, and warnings alone end with 0", { timeout: 30_000 }, () => {
  const { status, lines } = check(path.join(folder, "svc", "good.mdx"), path.join(folder, "svc", "notes.md"));
  expect({ status, count: lines.length }).toEqual({ status: 0, count: 1 });
});

test("the glossary beside the runbooks is checked, each line at its place", { timeout: 30_000 }, () => {
  const content = mkdtempSync(path.join(tmpdir(), "bitacora check "));
  mkdirSync(path.join(content, "runbooks", "svc"), { recursive: true });
  writeFileSync(path.join(content, "runbooks", "svc", "good.mdx"), good);
  writeFileSync(path.join(content, "glossary.txt"), "# palabras\nes: cola; en: queue\ncola,, queue\n");
  const { status, lines } = check(content);
  rmSync(content, { recursive: true, force: true });
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/glossary\.txt:3:6 A word is missing here/)]);
});

test("what does not exist is said, not passed", { timeout: 30_000 }, () => {
  expect(check(path.join(folder, "nope")).status).toBe(2);
});
