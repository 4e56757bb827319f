import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exampleRunbook } from "@/test/runbook-example";
import { searchRunbooks } from "../search/queries";
import { invalidateLibrary, library, onLibraryChange, readWith } from "./adapter";
import { allProblems, artifactOf, getRunbook, getService, listRunbooks } from "./queries";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "bitacora-library-"));
  mkdirSync(path.join(home, "content", "runbooks", "agente"), { recursive: true });
  vi.stubEnv("DATA_DIR", path.join(home, "data"));
  vi.stubEnv("CONTENT_DIR", path.join(home, "content"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const write = (name: string, text: string) => {
  writeFileSync(path.join(home, "content", "runbooks", name), text);
  invalidateLibrary();
};
const remove = (name: string) => {
  rmSync(path.join(home, "content", "runbooks", name));
  invalidateLibrary();
};
const small = (title: string, extra = "") =>
  `---\ntitle: ${title}\nservice: agente\nlang: es\nowner: O\n${extra}---\n\nTexto de ${title}.\n`;
const titles = async () =>
  (await listRunbooks()).map((runbook) => [runbook.path, runbook.outline?.frontMatter.title ?? null, runbook.stale]);

/** Forgets what this process knows, as a restart does. */
const restart = () => {
  delete (globalThis as { bitacoraLibrary?: unknown }).bitacoraLibrary;
};

test("a broken file keeps its last good version and does not touch the others", async () => {
  write("agente/a.mdx", small("Buena"));
  write("agente/b.mdx", small("Otra"));
  expect(await titles()).toEqual([
    ["agente/a", "Buena", false],
    ["agente/b", "Otra", false],
  ]);

  write("agente/a.mdx", `${small("Rota")}{process.exit(1)}\n`);
  expect(await titles()).toEqual([
    ["agente/a", "Buena", true],
    ["agente/b", "Otra", false],
  ]);
  expect((await allProblems()).map((entry) => `${entry.file}:${entry.line}:${entry.column} ${entry.rule}`)).toEqual([
    "agente/a.mdx:9:1 expression",
  ]);

  restart();
  expect(await titles()).toEqual([
    ["agente/a", "Buena", true],
    ["agente/b", "Otra", false],
  ]);
  const found = await getRunbook("agente/a");
  const artifact = found.kind === "runbook" ? await artifactOf(found.runbook) : null;
  expect(artifact?.frontMatter.title).toBe("Buena");

  write("agente/a.mdx", small("Arreglada"));
  expect((await titles())[0]).toEqual(["agente/a", "Arreglada", false]);
});

test("a file that never passed is listed with its problems and nothing to read", async () => {
  write("agente/a.mdx", "sin cabecera\n");
  const [runbook] = await listRunbooks();
  expect(runbook).toMatchObject({ path: "agente/a", outline: null, source: null, stale: false });
  expect(runbook?.problems.map((entry) => entry.rule)).toEqual(["front-matter-missing"]);
  expect(runbook && (await artifactOf(runbook))).toBeNull();
});

test("a symbolic link is a problem and never a runbook", async () => {
  symlinkSync("/etc/passwd", path.join(home, "content", "runbooks", "agente", "passwd.md"));
  invalidateLibrary();
  expect(await listRunbooks()).toEqual([]);
  expect((await allProblems()).map((entry) => entry.rule)).toEqual(["symlink"]);
});

test("a runbook that was read is there, also before the library shows how far it is", async () => {
  let release = () => {};
  const busy = new Promise<never[]>((resolve) => {
    release = () => resolve([]);
  });
  readWith({ lanes: 1, read: () => busy, close: () => {} });
  restart();
  for (let at = 0; at <= 120; at += 1) write(`agente/muchos-${at}.mdx`, small(`Muchos ${at}`));
  await library();
  for (let time = 0; time < 2; time += 1)
    expect((await getRunbook("agente/muchos-7")).kind, `asked for ${time} times before`).toBe("runbook");
  release();
  delete (globalThis as { bitacoraReaders?: unknown }).bitacoraReaders;
  restart();
});

test("what a file no longer is, the library forgets; old paths lead to their runbook", async () => {
  write("agente/emergencias.mdx", exampleRunbook);
  expect(await getRunbook("agente/guia-rapida")).toEqual({ kind: "moved", to: "agente/emergencias" });
  remove("agente/emergencias.mdx");
  expect(await getRunbook("agente/emergencias")).toEqual({ kind: "missing" });
  expect(await getRunbook("agente/guia-rapida")).toEqual({ kind: "missing" });
});

test("unchanged files are not read again, and listeners hear of each change once", async () => {
  write("agente/a.mdx", small("Uno"));
  const first = await library();
  let changes = 0;
  const stop = onLibraryChange(() => {
    changes += 1;
  });
  invalidateLibrary();
  expect(await library()).toBe(first);
  write("agente/b.mdx", small("Dos"));
  const second = await library();
  expect(second.runbooks.get("agente/a")).toBe(first.runbooks.get("agente/a"));
  expect(second.version).toBe(first.version + 1);
  stop();
  expect(changes).toBe(1);
});

test("a change on disk is seen without anybody saying so", { timeout: 10_000 }, async () => {
  write("agente/a.mdx", small("Antes"));
  await library();
  writeFileSync(path.join(home, "content", "runbooks", "agente", "a.mdx"), small("Después"));
  await vi.waitFor(async () => expect((await titles())[0]?.[1]).toBe("Después"), { timeout: 5_000 });
});

test("links between runbooks that lead nowhere are said, with their place", async () => {
  write("agente/a.mdx", `${small("Uno")}\n[x](b.mdx#nada) [y](c.mdx) [z](b.mdx)\n`);
  write("agente/b.mdx", small("Dos"));
  expect(
    (await allProblems()).map((entry) => `${entry.file}:${entry.line}:${entry.column} ${entry.values.target}`),
  ).toEqual(["agente/a.mdx:10:1 agente/b#nada", "agente/a.mdx:10:17 agente/c"]);
});

test("a service gathers dashboards and contacts of its runbooks, each once", async () => {
  const links =
    'links:\n  - { title: Grafana, url: "http://localhost:3000" }\ncontacts:\n  - { name: Backend, channel: "#b" }\n';
  write("agente/a.mdx", small("Uno", links));
  write("agente/b.mdx", small("Dos", links));
  const service = await getService("agente");
  expect(service?.links.map((link) => link.title)).toEqual(["Grafana"]);
  expect(service?.contacts.map((contact) => contact.name)).toEqual(["Backend"]);
  expect(service?.runbooks).toHaveLength(2);
  expect(await getService("nadie")).toBeNull();
});

test("search follows the library", async () => {
  write("agente/a.mdx", small("Circuito abierto"));
  expect((await searchRunbooks("circuito"))[0]?.path).toBe("agente/a");
  write("agente/a.mdx", small("Disco lleno"));
  expect(await searchRunbooks("circuito")).toEqual([]);
  expect((await searchRunbooks("disco"))[0]?.path).toBe("agente/a");
});
