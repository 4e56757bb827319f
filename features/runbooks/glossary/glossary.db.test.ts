import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test as plain, vi } from "vitest";
import { setExtraMeanings } from "@/features/runbooks/search/glossary";
import { searchRunbooks } from "@/features/runbooks/search/queries";
import { nobody } from "@/lib/auth/actor";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { readGlossaryChange } from "./changes/queries";
import { publishGlossary } from "./commands";
import { glossary } from "./file/adapter";
import { glossarySource } from "./found/queries";
import { readGlossary } from "./queries";
import { PublishGlossary } from "./schema";
import { tryGlossary } from "./trial/queries";

let repo: ContentRepository;
afterEach(() => {
  repo.remove();
  setExtraMeanings([]);
});
const publishing = (text: string, baseBlob: string | null = null) =>
  PublishGlossary.parse({ text, baseBlob, message: "Una palabra más" });
const pathsFor = async (query: string) => (await searchRunbooks(query)).map((one) => one.path);
const withProcedure = (title: string) => runbook(title, "api", `\n## ${title}\n\n- Purgar el zarcillo\n`);

describe.each(["own", "nested"] as const)("in a content folder that is %s", (kind) => {
  beforeEach(() => {
    repo = contentRepository(kind);
    repo.write("runbooks/api/zarcillo.mdx", withProcedure("Zarcillo"));
  });

  test("publishing is a commit of the editor, and the search goes by it at once", async ({ as }) => {
    const ctx = await as("editor", "Ana Ruiz");
    expect(await pathsFor("tendril")).toEqual([]);
    const published = await publishGlossary(ctx, publishing("es: zarcillo; en: tendril\n"));
    expect(await pathsFor("tendril")).toContain("api/zarcillo");
    expect(repo.git("log", "-1", "--format=%an %s", "--", ":(top)**glossary.txt", ":(top)glossary.txt").trim()).toBe(
      "Ana Ruiz Una palabra más",
    );
    expect(repo.read("glossary.txt")).toBe("es: zarcillo; en: tendril\n");
    expect((await readGlossary(ctx)).source).toMatchObject({ blob: published.blob, byHand: null });
  });

  test("members see who changed it last and what, and whoever is not signed in sees neither name nor change", async ({
    as,
  }) => {
    const ctx = await as("editor", "Ana Ruiz");
    expect((await readGlossary(ctx)).lastChange).toBeNull();
    const first = await publishGlossary(ctx, publishing("cola, queue\n"));
    await publishGlossary(await as("editor", "Eva Sanz"), publishing("cola, queue, backlog\n", first.blob));
    const viewer = await as("viewer");
    const { lastChange } = await readGlossary(viewer);
    expect(lastChange).toMatchObject({ author: "Eva Sanz", subject: "Una palabra más" });
    expect(await readGlossaryChange(viewer, lastChange?.commit ?? "")).toMatchObject({
      author: "Eva Sanz",
      before: "cola, queue\n",
      after: "cola, queue, backlog\n",
    });
    expect(await readGlossaryChange(viewer, first.commit)).toMatchObject({ author: "Ana Ruiz", before: "" });
    expect((await readGlossary({ actor: nobody })).lastChange).toBeNull();
    await expect(readGlossaryChange({ actor: nobody }, "latest")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(readGlossaryChange(viewer, "0".repeat(40))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the glossary", () => {
  beforeEach(() => {
    repo = contentRepository("own");
    repo.write("runbooks/api/zarcillo.mdx", withProcedure("Zarcillo"));
  });

  test("does not overwrite what somebody else published meanwhile: both texts and their merge are told", async ({
    as,
  }) => {
    const [ana, eva] = [await as("editor", "Ana"), await as("editor", "Eva")];
    const { blob } = await publishGlossary(ana, publishing("cola, queue\n\nlento, slow\n"));
    await publishGlossary(eva, publishing("cola, queue, backlog\n\nlento, slow\n", blob));
    await expect(publishGlossary(ana, publishing("cola, queue\n\nlento, slow, lag\n", blob))).rejects.toMatchObject({
      code: "stale_base",
      details: {
        theirs: { author: "Eva", text: "cola, queue, backlog\n\nlento, slow\n" },
        merged: { conflicts: 0, text: "cola, queue, backlog\n\nlento, slow, lag\n" },
      },
    });
    expect(repo.read("glossary.txt")).toBe("cola, queue, backlog\n\nlento, slow\n");
  });

  test("does not overwrite what somebody changed by hand, until it was seen", async ({ as }) => {
    const ctx = await as("editor");
    const { blob } = await publishGlossary(ctx, publishing("cola, queue\n"));
    repo.write("glossary.txt", "cola, queue, backlog\n");
    const mine = publishing("cola, queue\nlento, slow\n", blob);
    await expect(publishGlossary(ctx, mine)).rejects.toMatchObject({ code: "worktree_changed" });
    const { source } = await readGlossary(ctx);
    await publishGlossary(ctx, { ...mine, adoptBlob: source?.byHand ?? null });
    expect(repo.git("show", "HEAD~1:glossary.txt")).toBe("cola, queue, backlog\n");
  });

  test("refuses a text with a line that cannot be read, and one that changes nothing", async ({ as }) => {
    const ctx = await as("editor");
    await expect(publishGlossary(ctx, publishing("cola, queue\ncola\n"))).rejects.toMatchObject({
      code: "glossary_invalid",
      details: { problems: [{ line: 2, column: 1, rule: "glossary-alone" }] },
    });
    const { blob } = await publishGlossary(ctx, publishing("cola, queue\n"));
    await expect(publishGlossary(ctx, publishing("cola, queue\n", blob))).rejects.toMatchObject({
      code: "nothing_to_publish",
    });
  });

  test("is for editors to change and for readers to read", async ({ as, asNobody }) => {
    repo.write("glossary.txt", "cola, queue\n");
    await expect(publishGlossary(await as("responder"), publishing("a1, b1\n"))).rejects.toMatchObject({
      code: "forbidden",
    });
    const read = await readGlossary(asNobody);
    expect(read).toMatchObject({ meanings: [{ line: 1, sections: [{ words: ["cola", "queue"] }] }], source: null });
    expect(read.builtIn.length).toBeGreaterThan(300);
  });

  test("a trial shows what a word would find, and changes nothing for anybody", async ({ as }) => {
    const ctx = await as("editor");
    const trial = await tryGlossary(ctx, { q: "tendril", text: "zarcillo, tendril\n" });
    expect(trial.before).toEqual([]);
    expect(trial.after[0]).toMatchObject({ path: "api/zarcillo", title: "Zarcillo" });
    expect(trial.meanings).toEqual([{ words: ["zarcillo", "tendril"], own: true }]);
    expect(await pathsFor("tendril")).toEqual([]);
  });

  test("a line that cannot be read is on the worklist, and the others count", async ({ as }) => {
    repo.write("glossary.txt", "zarcillo, tendril\nsola\n");
    const found = await glossarySource(await as("editor"), { runbooks: [], problems: [], today: "", now: new Date() });
    expect(found).toMatchObject([{ kind: "glossary-line", line: 2, values: { count: "1", rule: "glossary-alone" } }]);
    expect(await pathsFor("tendril")).toContain("api/zarcillo");
  });
});

describe("a glossary on the disk", () => {
  beforeEach(() => {
    repo = contentRepository("own");
    repo.write("runbooks/api/zarcillo.mdx", withProcedure("Zarcillo"));
  });
  const soon = (found: () => Promise<unknown>, wanted: unknown) =>
    vi.waitFor(async () => expect(await found()).toEqual(wanted), { timeout: 1_500, interval: 100 });
  const lines = async () => (await glossary()).meanings.length;

  plain("is seen within a second when git or a hand changes it, and when it goes", async () => {
    expect(await pathsFor("tendril")).toEqual([]);
    repo.write("glossary.txt", "zarcillo, tendril\n");
    await soon(async () => (await pathsFor("tendril"))[0], "api/zarcillo");
    rmSync(path.join(repo.content, "glossary.txt"));
    await soon(() => pathsFor("tendril"), []);
  });

  plain(
    "is not read through a link, nor a folder, nor bytes that are no text; what was known still counts",
    async () => {
      repo.write("glossary.txt", "zarcillo, tendril\n");
      await soon(lines, 1);
      const file = path.join(repo.content, "glossary.txt");
      rmSync(file);
      symlinkSync("/etc/passwd", file);
      await soon(async () => (await glossary()).problems.map(({ rule }) => rule), ["symlink"]);
      expect(await pathsFor("tendril")).toContain("api/zarcillo");
      rmSync(file);
      mkdirSync(file);
      await soon(async () => (await glossary()).problems.map(({ rule }) => rule), ["symlink"]);
      rmSync(file, { recursive: true });
      execFileSync("sh", ["-c", `printf 'h\\363l\\341, x' > "$0"`, file]);
      await soon(async () => (await glossary()).problems.map(({ rule }) => rule), ["not-text"]);
      expect(await lines()).toBe(1);
    },
  );
});
