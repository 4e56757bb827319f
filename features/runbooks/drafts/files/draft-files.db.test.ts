import { afterEach, beforeEach, describe, expect } from "vitest";
import { bytesOf } from "@/test/bytes";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { publishRunbook } from "../../publishing/commands";
import { editableSource } from "../../publishing/queries";
import { discardDraft } from "../commands";
import { addDraftFile } from "./commands";
import { ownDraftFile } from "./queries";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
});
afterEach(() => repo.remove());

const path = "api/emergencias";
const at = { service: "api", file: "emergencias" };
/** A PNG of one pixel, with something behind it that tells one from another. */
const png = (mark: string) =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    Buffer.from(mark),
  ]);
const names = () => repo.git("ls-tree", "--name-only", "HEAD", "runbooks/api/").trim().split("\n");

describe("a file of a draft", () => {
  test("is published beside the runbook in the same commit when the text names it; the others are not", async ({
    as,
    db,
  }) => {
    const ana = await as("editor", "Ana");
    const used = await addDraftFile(ana, { ...at, name: "Panel de control.PNG" }, bytesOf(png("a")));
    await addDraftFile(ana, { ...at, name: "otra.png" }, bytesOf(png("b")));
    expect(used).toMatchObject({ name: "panel-de-control.png", mediaType: "image/png", repeated: false });
    const { blob } = await editableSource(ana, path);
    const text = runbook("Emergencias", "api", "![Panel](panel-de-control.png)\n");
    const { commit } = await publishRunbook(ana, { path, text, baseBlob: blob, adoptBlob: null, message: "Con panel" });
    expect(names()).toEqual(["runbooks/api/emergencias.mdx", "runbooks/api/panel-de-control.png"]);
    expect(repo.git("show", "--stat", "--format=%s", commit)).toContain("panel-de-control.png");
    expect(await db.draftFile.count({ where: { path } })).toBe(0);
  });

  test("has another name where one lies already, and the same bytes are one file", async ({ as }) => {
    const luis = await as("editor", "Luis");
    repo.write("runbooks/api/panel.png", "otra cosa");
    const first = await addDraftFile(luis, { ...at, name: "panel.png" }, bytesOf(png("c")));
    const again = await addDraftFile(luis, { ...at, name: "captura.png" }, bytesOf(png("c")));
    const other = await addDraftFile(luis, { ...at, name: "panel.png" }, bytesOf(png("d")));
    expect([first.name, again.name, other.name]).toEqual(["panel-2.png", "panel-2.png", "panel-3.png"]);
    expect(again.repeated).toBe(true);
  });

  test("whose name somebody took meanwhile gets another, and the text follows", async ({ as }) => {
    const marta = await as("editor", "Marta");
    const { name } = await addDraftFile(marta, { ...at, name: "grafo.png" }, bytesOf(png("e")));
    const { blob } = await editableSource(marta, path);
    repo.write("runbooks/api/grafo.png", "de otra persona");
    repo.git("add", "-A");
    repo.git("commit", "-qm", "Otra persona");
    const text = runbook("Emergencias", "api", `![Grafo](${name})\n`);
    await publishRunbook(marta, { path, text, baseBlob: blob, adoptBlob: null, message: "Con grafo" });
    expect(names()).toContain("runbooks/api/grafo-2.png");
    expect(repo.read("runbooks/api/emergencias.mdx")).toContain("![Grafo](grafo-2.png)");
    expect(repo.read("runbooks/api/grafo.png")).toBe("de otra persona");
  });

  test("is seen by its person alone, and goes with the draft", async ({ as }) => {
    const [ines, luis] = [await as("editor", "Inés"), await as("editor", "Luis")];
    const { name } = await addDraftFile(ines, { ...at, name: "mapa.png" }, bytesOf(png("f")));
    expect(await ownDraftFile(ines, ["api", name])).toMatchObject({ type: "image/png" });
    expect(await ownDraftFile(luis, ["api", name])).toBeNull();
    await discardDraft(ines, { path });
    expect(await ownDraftFile(ines, ["api", name])).toBeNull();
  });

  test.for([
    ["an SVG, which can hold scripts", "dibujo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"],
    ["a page", "a.html", "<html></html>"],
    ["a page that is called text", "a.txt\u0000.html", "<html></html>"],
    ["a program", "a.txt", "\u007fELF\u0002\u0001\u0001\u0000"],
    ["what says it is an image", "a.png", "hola"],
  ] as const)("is not %s", async ([, name, content], { as }) => {
    const added = addDraftFile(await as("editor", "Ana"), { ...at, name }, bytesOf(content));
    await expect(added).rejects.toMatchObject({ code: "unsupported_media_type" });
  });

  test("a log is one, an empty file is none", async ({ as }) => {
    const ana = await as("editor", "Ana");
    expect(await addDraftFile(ana, { ...at, name: "salida.log" }, bytesOf("línea\n"))).toMatchObject({
      name: "salida.log",
      mediaType: "text/plain",
    });
    await expect(addDraftFile(ana, { ...at, name: "a.txt" }, bytesOf(""))).rejects.toMatchObject({
      code: "file_empty",
    });
  });
});
