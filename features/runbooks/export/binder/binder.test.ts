import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { hashSource } from "@/lib/server/content-security-policy";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { invalidateLibrary } from "../../library/adapter";
import { pictureReader } from "../pictures/adapter";
import { exportBinder } from "../queries";
import { binderLimits, refusesBinder } from "./binder-limits";

const at = new Date("2026-01-15T03:10:00Z");
const anyone = { actor: nobody, locale: "es" as const, now: () => at };
const binderOf = async (input: { service?: string; runbook?: string; lang?: "es" | "en" } = {}) => {
  invalidateLibrary();
  return (await buffer((await exportBinder(anyone, input)).stream)).toString();
};

let content: ContentRepository;
beforeEach(() => {
  content = contentRepository("own");
  vi.stubEnv("NEXTAUTH_URL", "https://bitacora.example.org");
});
afterEach(() => {
  content.remove();
  vi.unstubAllEnvs();
});

const write = (name: string, body: string, matter = "") => {
  const [service = ""] = name.split("/");
  content.write(
    `runbooks/${name}.mdx`,
    `---\ntitle: ${name}\nservice: ${service}\nlang: es\nowner: Equipo\n${matter}---\n\n${body}\n`,
  );
};

test("one file holds every runbook whole, and says when it was made and from which commit", async () => {
  write("db/caida", "Texto con **fuerza** y `código`.\n\n| a | b |\n|---|:-:|\n| 1 | 2 |");
  content.git("add", "-A");
  content.git("commit", "-qm", "more");
  const html = await binderOf();
  expect(html).toContain("docker logs api");
  expect(html).toContain("<strong>fuerza</strong>");
  expect(html).toContain('<td class="center">2</td>');
  expect(html).toContain("2026-01-15 03:10 UTC");
  expect(html).toContain(content.git("rev-parse", "HEAD").trim());
  expect(html).toContain('id="api/emergencias/ver-logs"');
  expect(html.endsWith("</html>\n")).toBe(true);
});

test("its policy lets in its own style and script by their hashes, and nothing from outside", async () => {
  const html = await binderOf();
  const policy = (/content="(default-src[^"]+)"/.exec(html)?.[1] ?? "").replaceAll("&#39;", "'");
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = ""]) => script);
  expect(scripts).toHaveLength(1);
  expect(policy).toBe(
    `default-src 'none'; style-src ${hashSource(style)}; script-src ${hashSource(scripts[0] ?? "")}; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  expect(html).not.toMatch(/\s(on\w+|style)="/);
  expect(html).not.toMatch(/\s(src)="(?!data:)/);
});

test("links lead inside the binder where it has their runbook, and to the portal where it has not", async () => {
  write("api/enlaces", "[dentro](./emergencias.mdx#ver-logs) [fuera](../db/caida.mdx) [web](https://example.org)");
  write("db/caida", "Texto");
  const html = await binderOf({ service: "api" });
  expect(html).toContain('<a href="#api/emergencias/ver-logs">dentro</a>');
  expect(html).toContain('href="https://bitacora.example.org/runbooks/db/caida"');
  expect(html).toContain('href="https://example.org"');
  expect(await binderOf()).toContain('<a href="#db/caida">fuera</a>');
});

test("what is overdue, refused or not committed is named before the text", async () => {
  write("db/vieja", "Texto", "reviewed: 2025-01-01\nreviewEvery: 30d\n");
  invalidateLibrary();
  await binderOf();
  content.git("add", "-A");
  content.git("commit", "-qm", "more");
  content.write("runbooks/api/emergencias.mdx", `${runbook("Emergencias")}\n<script>alert(1)</script>\n`);
  content.write("runbooks/db/rota.mdx", "{ nunca pasó");
  write("db/vieja", "Otro texto", "reviewed: 2025-01-01\nreviewEvery: 30d\n");
  const html = await binderOf();
  const before = html.slice(0, html.indexOf("<article"));
  for (const said of ["Con la revisión vencida", "su última versión buena", "no están en ese commit", "No incluidos"])
    expect(before).toContain(said);
  expect(before).toContain("<code>db/rota</code>");
  expect(html).not.toContain("alert(1)");
});

test("pictures come along as data, up to a bound; others are named", async () => {
  content.write("runbooks/api/punto.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  content.write("runbooks/api/grande.png", "x".repeat(200));
  write("api/con-imagen", "![Punto](punto.svg) ![Grande](grande.png) ![Lejos](https://example.org/x.png)");
  const html = await binderOf({ runbook: "api/con-imagen" });
  expect(html).toContain('<img alt="Punto" src="data:image/svg+xml;base64,');
  expect(html).toContain("Lejos (https://example.org/x.png)");
  expect(html).not.toContain('src="https://');
  const { listRunbooks } = await import("../../library/queries");
  const { isReadable } = await import("../../library/runbook");
  const [one] = (await listRunbooks()).filter(isReadable).filter(({ path }) => path === "api/con-imagen");
  if (!one) throw new Error("no runbook");
  const picture = await pictureReader({ each: 100, all: 1_000 })(one);
  expect(picture("/runbook-files/api/punto.svg")).toMatch(/^data:/);
  expect(picture("/runbook-files/api/grande.png")).toBeNull();
});

test("hostile text of a runbook stays text, in the page and in the script's data", async () => {
  write(
    "api/hostil",
    "`</script><script>alert(1)</script>`\n\n```bash\necho '</style><img src=x onerror=alert(1)>'\n```",
  );
  const html = await binderOf({ runbook: "api/hostil" });
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toContain("<img src=x");
  expect(html).not.toContain("</script><script>alert");
});

test("asked twice, it is made once; a change makes another", async () => {
  const first = await exportBinder(anyone, {});
  const second = await exportBinder({ ...anyone, now: () => new Date(at.getTime() + 60_000) }, {});
  expect(second.etag).toBe(first.etag);
  const [one, two] = await Promise.all([buffer(first.stream), buffer(second.stream)]);
  expect(two.equals(one)).toBe(true);
  write("db/nueva", "Texto");
  invalidateLibrary();
  const third = await exportBinder(anyone, {});
  expect(third.etag).not.toBe(first.etag);
  expect((await buffer(third.stream)).toString()).toContain("db/nueva");
});

test("too many for one file are refused with what to do instead", () => {
  const many = Array.from({ length: binderLimits.runbooks }, () => ({ source: "x" }));
  const sizeOf = ({ source }: { source: string }) => source.length;
  expect(refusesBinder(many, sizeOf)).toBe(false);
  expect(refusesBinder([...many, { source: "x" }], sizeOf)).toBe(true);
  expect(refusesBinder([{ source: "x".repeat(binderLimits.bytes + 1) }], sizeOf)).toBe(true);
});

test("who may not read may not export", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  await expect(exportBinder(anyone, {})).rejects.toMatchObject({ code: "unauthenticated" });
});
