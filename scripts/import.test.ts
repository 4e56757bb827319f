import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zip } from "@/test/zip-archive";

vi.setConfig({ testTimeout: 30_000 });

let folder = "";
let out = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bitacora-import-"));
  out = path.join(folder, "out");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const done = spawnSync(process.execPath, ["--import", "tsx", "scripts/import.ts", ...args], { encoding: "utf8" });
  return { status: done.status, text: done.stdout + done.stderr };
};
const put = (name: string, content: string | Buffer) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const inOut = () =>
  (readdirSync(out, { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name)).toSorted();
const guide = "# Queue full\n\n## Restart\n\n```bash\nsystemctl restart queue\n```\n";

test("a folder becomes runbooks of its folders, with the images beside them", () => {
  put("wiki/Pagos y cobros/Cola llena.md", `${guide}\n![Panel](img/panel.png) ![Otra](../fuera.png)\n`);
  put("wiki/Pagos y cobros/img/panel.png", "png");
  put("wiki/correo/Guía rápida.markdown", guide);
  put("wiki/correo/notas.txt", "no");
  const { status, text } = run(path.join(folder, "wiki"), "--out", out);
  expect(text).toContain("2 written, 0 refused");
  expect(text).toContain("look at ../fuera.png: not taken along, its path leads out of the folder");
  expect(status).toBe(0);
  expect(inOut()).toEqual(["correo/guia-rapida.mdx", "pagos-y-cobros/cola-llena.mdx", "pagos-y-cobros/img/panel.png"]);
  expect(readFileSync(path.join(out, "correo/guia-rapida.mdx"), "utf8")).toContain('<Procedure id="restart"');
});

test("an archive is imported like a folder, in one service if asked, and plain if asked", () => {
  const file = put(
    "export.zip",
    zip([
      { name: "a/uno.md", content: guide },
      { name: "dos.md", content: guide },
    ]),
  );
  const { status, text } = run(
    file,
    "--out",
    out,
    "--service",
    "correo",
    "--plain",
    "--owner",
    "Correo",
    "--lang",
    "en",
  );
  expect(text).toContain("2 written, 0 refused, 0 places");
  expect(status).toBe(0);
  const written = readFileSync(path.join(out, "correo/uno.mdx"), "utf8");
  expect(written).toBe(`---\ntitle: Queue full\nservice: correo\nlang: en\nowner: Correo\n---\n\n${guide}`);
});

test("nothing is written over, and a trial writes nothing", () => {
  const file = put("correo/cola.md", guide);
  expect(run(file, "--out", out, "--dry-run").text).toContain("1 would be written");
  expect(run(file, "--out", out).status).toBe(0);
  const { status, text } = run(file, "--out", out);
  expect(text).toContain("exists already, and nothing is written over");
  expect(status).toBe(1);
});

test("what is hostile is refused in words, and the rest is imported", () => {
  put("wiki/correo/bien.md", guide);
  put("wiki/correo/enorme.md", Buffer.alloc(20_000_000, "a "));
  put("wiki/correo/profundo.md", `${"> ".repeat(5_000)}x`);
  symlinkSync("/etc/hostname", path.join(folder, "wiki/correo/enlace.md"));
  symlinkSync("/etc", path.join(folder, "wiki/etc"));
  const { status, text } = run(path.join(folder, "wiki"), path.join(folder, "nada.md"), "--out", out);
  expect(text).toMatch(/enorme\.md: refused, it has 19532 kB; at most 512 kB/);
  expect(text).toMatch(/profundo\.md: refused, line 1: Nested more than 40 levels deep/);
  expect(text).toMatch(/enlace\.md: refused, it is a symbolic link/);
  expect(text).toMatch(/etc: refused, it is a symbolic link/);
  expect(text).toMatch(/nada\.md: refused, it does not exist/);
  expect(status).toBe(1);
  expect(inOut()).toEqual(["correo/bien.mdx"]);
});

test("an archive cannot reach outside, nor unpack to more than it says", () => {
  const hostile = zip([
    { name: "../../fuera.md", content: guide },
    { name: "/etc/abs.md", content: guide },
    { name: "a/enlace.md", content: "/etc/passwd", mode: 0o120777 },
    { name: "a/bomba.md", content: "a".repeat(5_000_000), size: 100 },
    { name: `a/${"x".repeat(300)}.md`, content: guide },
    { name: "a/bien.md", content: guide },
  ]);
  const { status, text } = run(put("x.zip", hostile), "--out", out);
  expect(text).toMatch(/fuera\.md: refused, its path leads out/);
  expect(text).toMatch(/abs\.md: refused, its path leads out/);
  expect(text).toMatch(/enlace\.md: refused, it is a symbolic link/);
  expect(text).toMatch(/bomba\.md: refused, what is packed is not what its directory says/);
  expect(text).toMatch(/its name is too long/);
  expect(status).toBe(1);
  expect(inOut()).toEqual(["a/bien.mdx"]);
  const huge = zip(Array.from({ length: 3 }, (_, at) => ({ name: `${at}.md`, content: "x", size: 100_000_000 })));
  expect(run(put("y.zip", huge), "--out", out).text).toMatch(/more than 200 MB when unpacked/);
  const many = zip(Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}.md`, content: "x" })));
  expect(run(put("z.zip", many), "--out", out).text).toMatch(/more than 5000 files/);
  expect(run(put("w.zip", "no zip"), "--out", out).text).toMatch(/it is not a zip archive/);
});

test("wrong options are told with the right ones", () => {
  for (const args of [[], ["x.md", "--service", "No Así"], ["x.md", "--plain", "--structure"], ["x.md", "--nope"]]) {
    const { status, text } = run(...args);
    expect(status).toBe(2);
    expect(text).toContain("Usage: npm run import");
  }
});
