import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { analyseText } from "../analysis/queries";
import { type HandOver, ImportText } from "../analysis/schema";
import { handFile, handOver } from "../hand-over/commands";
import { publishImport } from "./commands";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
});
afterEach(() => repo.remove());

const guide = "# Cola llena\n\n## Reiniciar <cola>\n\n1. Mirar\n\n```bash\nsystemctl restart cola\n```\n";
const { path: _, ...said } = ImportText.parse({ path: "pagos/cola-llena", name: "cola.md", text: guide });
const handed = (importId: string, file: string, more: Partial<HandOver> = {}): HandOver => ({
  ...said,
  importId,
  service: "pagos",
  file,
  baseBlob: null,
  ...more,
});
async function* bytes(text: string) {
  yield Buffer.from(text);
}
const commits = () => Number(repo.git("rev-list", "--count", "HEAD").trim());

describe("analysing a text", () => {
  test("says what it would become, and writes nothing", async ({ as, db }) => {
    const input = ImportText.parse({ path: "pagos/cola", name: "cola.md", text: guide });
    const before = commits();
    const found = await analyseText(await as("editor"), input);
    expect(found).toMatchObject({ state: "look", equivalence: { complete: true, missing: [] }, text: guide });
    expect(found.mdx).toContain('<Procedure id="reiniciar-cola" title="Reiniciar <cola>">');
    expect(found.escapes).toMatchObject([{ line: 3, after: "## Reiniciar \\<cola>" }]);
    expect(commits()).toBe(before);
    expect(await db.importedFile.count()).toBe(0);
  });

  test("takes the bytes of a file, whatever wrote them", async ({ as }) => {
    const base64 = Buffer.from(`\uFEFF${guide}`, "utf16le").toString("base64");
    const input = ImportText.parse({ path: "pagos/cola", name: "cola.md", base64 });
    expect((await analyseText(await as("editor"), input)).text).toBe(guide);
  });

  test("takes what a person decided: proposals left, ids and titles of their own", async ({ as }) => {
    const ctx = await as("editor");
    const input = ImportText.parse({ path: "pagos/cola", name: "cola.md", text: guide });
    const { proposals } = await analyseText(ctx, input);
    const step = proposals.find(({ kind }) => kind === "Step");
    const accepted = proposals.filter(({ kind }) => kind !== "title").map(({ id }) => id);
    const changes = { [step?.names[0]?.key ?? ""]: { id: "ver", title: "Ver la cola", kind: "change" as const } };
    const { mdx, equivalence } = await analyseText(ctx, { ...input, accepted, changes, owner: "Pagos" });
    expect(mdx).toContain("\n# Cola llena\n");
    expect(mdx).toContain('<Step id="ver" title="Ver la cola" kind="change">\n\nMirar\n');
    expect(mdx).toContain("\nowner: Pagos\n");
    expect(equivalence).toMatchObject({ complete: true });
  });

  test("is for editors", async ({ as }) => {
    const input = ImportText.parse({ path: "pagos/cola", name: "cola.md", text: guide });
    await expect(analyseText(await as("responder"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("publishing an import", () => {
  test("is one commit of all runbooks and the files beside them, told once each", async ({ as, db }) => {
    const ctx = await as("editor", "Ana Ruiz");
    const importId = randomUUID();
    const image = await handFile(
      ctx,
      { importId, file: "pagos/img/panel.png", source: "wiki/panel.png" },
      bytes("png"),
    );
    const other = await handFile(ctx, { importId, file: "pagos/img/panel.png", source: "otro/panel.png" }, bytes("2"));
    expect([image.file, other.file]).toEqual(["pagos/img/panel.png", "pagos/img/panel-2.png"]);
    await handOver(ctx, handed(importId, "cola-llena", { text: `${guide}\n![Panel](img/panel.png)\n` }));
    await handOver(ctx, handed(importId, "cola-vacia", { name: "vacia.md" }));
    const before = commits();
    const done = await publishImport(ctx, {
      importId,
      message: "Importa dos guías",
      runbooks: ["pagos/cola-llena", "pagos/cola-vacia"],
      files: [image.file],
    });
    expect(commits()).toBe(before + 1);
    expect(done.runbooks.map(({ path, updated }) => [path, updated])).toEqual([
      ["pagos/cola-llena", false],
      ["pagos/cola-vacia", false],
    ]);
    expect(done.files).toEqual(["pagos/img/panel.png"]);
    expect(repo.read("runbooks/pagos/cola-llena.mdx")).toContain('<Procedure id="reiniciar-cola"');
    expect(repo.read("runbooks/pagos/img/panel.png")).toBe("png");
    expect(repo.git("log", "-1", "--format=%an %s").trim()).toBe("Ana Ruiz Importa dos guías");
    expect(await db.auditEvent.count({ where: { action: "runbook.published" } })).toBe(2);
    expect(await db.importedFile.count({ where: { importId } })).toBe(0);
  });

  test("is all or nothing: a path that somebody took meanwhile stops it, and nothing handed over is lost", async ({
    as,
    db,
  }) => {
    const ctx = await as("editor");
    const importId = randomUUID();
    await handOver(ctx, handed(importId, "cola-llena"));
    await handOver(ctx, handed(importId, "cola-vacia"));
    repo.write("runbooks/pagos/cola-vacia.mdx", "---\ntitle: x\n---\n");
    repo.git("add", "-A");
    repo.git("commit", "-qm", "meanwhile");
    const before = commits();
    const runbooks = ["pagos/cola-llena", "pagos/cola-vacia"];
    await expect(publishImport(ctx, { importId, message: "x", runbooks, files: [] })).rejects.toMatchObject({
      code: "path_taken",
      details: { file: "runbooks/pagos/cola-vacia.mdx" },
    });
    expect(commits()).toBe(before);
    expect(await db.importedFile.count({ where: { importId } })).toBe(2);
  });

  test("refuses a text of which something would be missing, and says what and where", async ({ as, db }) => {
    const ctx = await as("editor");
    const { mdx } = await analyseText(ctx, { ...said, path: "pagos/cola" });
    const written = mdx?.replace("systemctl restart cola", "systemctl stop cola") ?? "";
    const importId = randomUUID();
    await expect(handOver(ctx, handed(importId, "cola", { written }))).rejects.toMatchObject({
      code: "import_incomplete",
      details: { missing: [{ line: 8, text: "restart" }] },
    });
    expect(await db.importedFile.count({ where: { importId } })).toBe(0);
  });

  test("asks for a review where its criticality wants one, as any publication does", async ({ as, db, clock }) => {
    const rule = { rule: "required" as const, updatedAt: clock.now, updatedBy: "x" };
    await db.reviewPolicy.upsert({
      where: { criticality: "high" },
      create: { criticality: "high", ...rule },
      update: rule,
    });
    const ctx = await as("editor");
    const importId = randomUUID();
    await handOver(ctx, handed(importId, "cola-leve"));
    await handOver(ctx, handed(importId, "cola-grave", { criticality: "high" }));
    const before = commits();
    const input = { importId, message: "x", runbooks: ["pagos/cola-leve", "pagos/cola-grave"], files: [] };
    await expect(publishImport(ctx, input)).rejects.toMatchObject({
      code: "review_required",
      details: { path: "pagos/cola-grave" },
    });
    expect(commits()).toBe(before);
    await publishImport(ctx, { ...input, runbooks: ["pagos/cola-leve"] });
    expect(commits()).toBe(before + 1);
  });

  test("takes only what was handed over, by the same person", async ({ as }) => {
    const importId = randomUUID();
    await handOver(await as("editor", "Ana Ruiz"), handed(importId, "cola-llena"));
    const input = { importId, message: "x", runbooks: ["pagos/cola-llena"], files: [] };
    await expect(publishImport(await as("editor", "Luis Gil"), input)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      publishImport(await as("editor", "Ana Ruiz"), { ...input, files: ["pagos/no.png"] }),
    ).rejects.toMatchObject({ code: "not_found", details: { absent: ["runbooks/pagos/no.png"] } });
  });

  test("updates a runbook from the text that the editor saw", async ({ as }) => {
    const ctx = await as("editor");
    const first = randomUUID();
    await handOver(ctx, handed(first, "cola-llena"));
    const done = await publishImport(ctx, { importId: first, message: "x", runbooks: ["pagos/cola-llena"], files: [] });
    const again = randomUUID();
    const baseBlob = done.runbooks[0]?.blob ?? null;
    await handOver(ctx, handed(again, "cola-llena", { text: `${guide}\nY más.\n`, baseBlob }));
    const updated = await publishImport(ctx, {
      importId: again,
      message: "y",
      runbooks: ["pagos/cola-llena"],
      files: [],
    });
    expect(updated.runbooks).toMatchObject([{ path: "pagos/cola-llena", updated: true }]);
    expect(repo.read("runbooks/pagos/cola-llena.mdx")).toContain("Y más.");
  });
});

test("a file beside a runbook is one that the portal serves, under a name that git takes", async ({ as }) => {
  const ctx = await as("editor");
  const importId = randomUUID();
  const hand = (file: string, text = "x") => handFile(ctx, { importId, file, source: file }, bytes(text));
  for (const file of ["pagos/x.html", "pagos/../../etc.png", "Pagos/x.png", "pagos/.git/x.exe"])
    await expect(hand(file)).rejects.toMatchObject({ code: "unsupported_media_type" });
  await expect(hand("pagos/x.png", "")).rejects.toMatchObject({ code: "file_empty" });
  expect(await hand("pagos/mi panel (1).png")).toEqual({ file: "pagos/mi-panel-1-.png", there: false });
});
