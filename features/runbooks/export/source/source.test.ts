import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { importAll } from "../../import/bulk/adapter";
import { findSources } from "../../import/sources/adapter";
import { readZip } from "../../import/zip/adapter";
import { exportSource } from "../queries";

const anyone = { actor: nobody, locale: "es" as const, now: () => new Date("2026-01-15T03:10:00Z") };
const zipOf = async (input: { service?: string } = {}) => buffer((await exportSource(anyone, input)).stream);
const namesIn = (zip: Buffer) => readZip(zip, "").files.map((file) => file.path);
const textIn = (zip: Buffer, name: string) =>
  Buffer.from(
    readZip(zip, "")
      .files.find((file) => file.path === name)
      ?.read() ?? "",
  ).toString();

let content: ContentRepository;
const commitAll = () => {
  content.git("add", "-A");
  content.git("commit", "-qm", "more");
};
afterEach(() => {
  content.remove();
  vi.unstubAllEnvs();
});

test.each(["own", "nested"] as const)(
  "a service leaves as HEAD holds it, from a repository of kind %s",
  async (kind) => {
    content = contentRepository(kind);
    content.write("runbooks/api/diagrama.svg", "<svg/>");
    content.write("runbooks/otro/nota.mdx", runbook("Otro", "otro"));
    commitAll();
    content.write("runbooks/api/emergencias.mdx", "changed by hand");
    const zip = await zipOf({ service: "api" });
    expect(namesIn(zip).toSorted()).toEqual(["runbooks/api/diagrama.svg", "runbooks/api/emergencias.mdx"]);
    expect(textIn(zip, "runbooks/api/emergencias.mdx")).toBe(runbook("Emergencias"));
    expect(namesIn(await zipOf())).toContain("runbooks/otro/nota.mdx");
  },
);

beforeEach(() => {
  content = contentRepository("own");
});

test("the same commit gives the same bytes", async () => {
  const first = await zipOf();
  vi.stubEnv("TZ", "Pacific/Auckland");
  expect((await zipOf()).equals(first)).toBe(true);
});

test("attributes of the repository change nothing, and what begins with a dot stays", async () => {
  const crlf = "---\r\ntitle: Con CRLF\r\n---\r\n$Id$ $Format:%H$\r\n";
  content.write("runbooks/api/crlf.mdx", crlf);
  content.write("runbooks/api/.secreto.txt", "no");
  content.write("runbooks/.oculto/nota.mdx", "no");
  commitAll();
  content.write(".gitattributes", "*.mdx text eol=lf ident export-subst\nemergencias.mdx export-ignore\n");
  commitAll();
  const zip = await zipOf();
  expect(namesIn(zip).toSorted()).toEqual(["runbooks/api/crlf.mdx", "runbooks/api/emergencias.mdx"]);
  expect(textIn(zip, "runbooks/api/crlf.mdx")).toBe(content.git("show", "HEAD:runbooks/api/crlf.mdx"));
});

test("one runbook leaves as its file, byte for byte", async () => {
  const { stream, headers } = await exportSource(anyone, { runbook: "api/emergencias" });
  expect((await buffer(stream)).toString()).toBe(runbook("Emergencias"));
  expect(headers["content-disposition"]).toBe('attachment; filename="emergencias.mdx"');
});

test("exported and imported into an empty folder, the runbooks are the same bytes", async () => {
  content.write("runbooks/api/lenta.mdx", runbook("API lenta, señal Ω"));
  content.write("runbooks/base-de-datos/caida.mdx", runbook("Caída", "base-de-datos"));
  commitAll();
  const home = mkdtempSync(path.join(os.tmpdir(), "bitacora-import-"));
  try {
    const file = path.join(home, "all.zip");
    writeFileSync(file, await zipOf());
    const out = path.join(home, "runbooks");
    const options = { out, service: null, lang: null, owner: null, structure: true, repair: false, dryRun: false };
    const reports = [...importAll(findSources([file]), options)];
    expect(reports.map(({ refused }) => refused)).toEqual([null, null, null]);
    const written = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mdx"));
    expect(written.toSorted()).toEqual(["api/emergencias.mdx", "api/lenta.mdx", "base-de-datos/caida.mdx"]);
    for (const name of written)
      expect(readFileSync(path.join(out, name), "utf8")).toBe(content.read(`runbooks/${name}`));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test.each([
  ["a service that is not there", { service: "nada" }],
  ["a runbook that is not there", { runbook: "api/nada" }],
])("%s is not found", async (_, input) => {
  await expect(exportSource(anyone, input)).rejects.toMatchObject({ code: "not_found" });
});

test("without a commit there is nothing to export, and says so", async () => {
  content.remove();
  content = contentRepository("none");
  await expect(exportSource(anyone, {})).rejects.toMatchObject({ code: "repository_unavailable" });
});

test("who may not read may not export", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  await expect(exportSource(anyone, {})).rejects.toMatchObject({ code: "unauthenticated" });
});
