import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { locate } from "../adapter";
import type { FileChange } from "../commit-request";
import { readIntents, recordIntents, repair } from "../repair/adapter";
import { commitFiles } from "./adapter";

const text = "runbooks/api/emergencias.mdx";
const image = "runbooks/api/diagrama de colas ñ.png";
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe]);
let repo: ContentRepository;
afterEach(() => repo.remove());

const at = new Date("2026-01-15T03:00:00Z");
const author = { name: "Ana Ruiz", email: "ana@example.org" };
const commit = (...changes: FileChange[]) => commitFiles({ changes, message: "Añade un diagrama", author, at });
const base = (file: string) => repo.git("rev-parse", `HEAD:${file}`).trim();
const fresh = (file: string, content: FileChange["content"]) => ({ file, content, base: null, adopted: null });
const changed = (file: string, content: FileChange["content"]) => ({ file, content, base: base(file), adopted: null });
const gone = (file: string) => changed(file, null);
const commits = () => Number(repo.git("rev-list", "--count", "HEAD"));
/** What git itself says of every object, link and file. */
const sound = () => {
  repo.git("fsck", "--strict", "--no-dangling");
  return repo.git("status", "--porcelain");
};

describe("several files", () => {
  test("are one commit, bytes as they were given", async () => {
    repo = contentRepository("own");
    const result = await commit(changed(text, "new\n"), fresh(image, bytes), fresh("runbooks/nuevo/a.mdx", "a\n"));
    expect(result).toMatchObject({
      outcome: "committed",
      followed: true,
      blobs: [base(text), base(image), base("runbooks/nuevo/a.mdx")],
    });
    expect(commits()).toBe(2);
    expect(readFileSync(path.join(repo.content, image))).toEqual(Buffer.from(bytes));
    expect(
      repo.git("-c", "core.quotePath=false", "show", "--name-only", "--format=", "HEAD").trim().split("\n"),
    ).toEqual([image, text, "runbooks/nuevo/a.mdx"]);
    expect(sound()).toBe("");
  });

  test("move: what goes leaves no empty folder, neither in git nor on the disk", async () => {
    repo = contentRepository("own");
    const old = repo.read(text);
    const moved = "runbooks/pagos/emergencias.mdx";
    expect(await commit(gone(text), fresh(moved, old))).toMatchObject({
      outcome: "committed",
      blobs: [null, base(moved)],
    });
    expect(existsSync(path.join(repo.content, "runbooks/api"))).toBe(false);
    expect(repo.git("ls-tree", "-r", "--name-only", "HEAD").trim()).toBe(moved);
    expect(sound()).toBe("");
  });

  test("change the case of a name", async () => {
    repo = contentRepository("own");
    const file = "runbooks/api/Emergencias.mdx";
    expect(await commit(gone(text), fresh(file, "x\n"))).toMatchObject({ outcome: "committed" });
    expect(repo.git("ls-tree", "-r", "--name-only", "HEAD").trim()).toBe(file);
    expect(sound()).toBe("");
  });

  test("may be the last ones: the first and the empty commit are sound", async () => {
    repo = contentRepository("own");
    expect(await commit(gone(text))).toMatchObject({ outcome: "committed", blobs: [null] });
    expect(existsSync(path.join(repo.content, "runbooks"))).toBe(true);
    expect(sound()).toBe("");
  });

  test("that are there already make no commit", async () => {
    repo = contentRepository("own");
    await commit(changed(text, "new\n"), fresh(image, bytes));
    const again = await commit(fresh(text, "new\n"), fresh(image, bytes), fresh("runbooks/api/nunca.png", null));
    expect(again).toMatchObject({ outcome: "unchanged", commit: repo.git("rev-parse", "HEAD").trim() });
  });

  test("in a repository named by SHA-256 are committed as well", async () => {
    repo = contentRepository("none");
    repo.git("init", "-q", "-b", "main", "--object-format=sha256");
    repo.git("add", "-A");
    repo.git("commit", "-qm", "first");
    expect(await commit(changed(text, "new\n"), fresh(image, bytes))).toMatchObject({
      outcome: "committed",
      followed: true,
    });
    expect(sound()).toBe("");
  });
});

test("who reads the files meanwhile sees whole texts, and never a text before its image", async () => {
  repo = contentRepository("own");
  const whole = (n: number) => `${String(n).repeat(300_000)}\n`;
  await commit(changed(text, whole(0)));
  let publishing = true;
  const seen = new Set<string>();
  const reading = (async () => {
    while (publishing) {
      const found = await readFile(path.join(repo.content, text), "utf8");
      seen.add(found);
      if (found !== whole(0)) expect(existsSync(path.join(repo.content, image))).toBe(true);
    }
  })();
  await commit(changed(text, whole(1)), fresh(image, bytes));
  for (let n = 2; n < 6; n += 1) await commit(changed(text, whole(n)));
  publishing = false;
  await reading;
  expect(seen.size).toBeGreaterThan(1);
  expect([...seen].filter((found) => ![0, 1, 2, 3, 4, 5].map(whole).includes(found))).toEqual([]);
});

describe("all or nothing", () => {
  test("one that HEAD has another text of stops all, and is named", async () => {
    repo = contentRepository("own");
    const stale = { ...changed(text, "mine\n"), base: base(text).replace(/^./, "0") };
    const head = base(text);
    expect(await commit(fresh(image, bytes), stale)).toEqual({ outcome: "stale", file: text, head });
    expect(commits()).toBe(1);
    expect(existsSync(path.join(repo.content, image))).toBe(false);
  });

  test.each(["a change", "a file that git never saw"])(
    "%s by hand stops all, and what was adopted of it is kept",
    async (kind) => {
      repo = contentRepository("own");
      const file = kind === "a change" ? text : "runbooks/api/a-mano.mdx";
      const change = { file, content: "mine\n", base: kind === "a change" ? base(text) : null, adopted: null };
      repo.write(file, "by hand\n");
      const refused = await commit(fresh(image, bytes), change);
      expect(refused).toMatchObject({ outcome: "by-hand", file });
      expect(repo.read(file)).toBe("by hand\n");
      const adopted = refused.outcome === "by-hand" ? refused.disk : null;
      expect(await commit(fresh(image, bytes), { ...change, adopted })).toMatchObject({ outcome: "committed" });
      expect(repo.git("show", `HEAD~1:${file}`)).toBe("by hand\n");
      expect(sound()).toBe("");
    },
  );

  test("a removal spares what was changed by hand", async () => {
    repo = contentRepository("own");
    repo.write(text, "by hand\n");
    expect(await commit(gone(text))).toMatchObject({ outcome: "by-hand", file: text });
    expect(repo.read(text)).toBe("by hand\n");
  });

  test("a removal by hand is adopted by committing it", async () => {
    repo = contentRepository("own");
    const change = gone(text);
    rmSync(path.join(repo.content, text));
    expect(await commit(change)).toMatchObject({ outcome: "committed", followed: true });
    expect(sound()).toBe("");
  });
});

describe("a process that was killed after HEAD moved", () => {
  test.each([0, 1, 2])("with %i of the files done is finished by the next one", async (done) => {
    repo = contentRepository("own");
    const old = repo.read(text);
    const second = "runbooks/api/segundo.mdx";
    await commit(fresh(second, "second\n"));
    const before = [base(text), base(second), null] as const;
    await commit(changed(text, "new\n"), gone(second), fresh(image, bytes));
    const head = repo.git("rev-parse", "HEAD").trim();
    // As it was before the working tree and the index followed.
    if (done < 2) repo.write(second, "second\n");
    if (done < 1) repo.write(text, old);
    rmSync(path.join(repo.content, image));
    repo.git("read-tree", "HEAD~1");
    const repository = await locate();
    if (!repository) throw new Error("no repository");
    const after = [base(text), null, base(image)];
    await recordIntents(
      repository,
      [text, second, image].map((file, n) => ({
        commit: head,
        file,
        base: before[n] ?? null,
        before: before[n] ?? null,
        after: after[n] ?? null,
        atMs: Date.now(),
      })),
    );
    expect(await repair(repository)).not.toEqual([]);
    expect(sound()).toBe("");
    expect(await readIntents(repository)).toEqual([]);
    expect(await repair(repository)).toEqual([]);
  });

  test("spares what somebody wrote since", async () => {
    repo = contentRepository("own");
    const before = base(text);
    await commit(changed(text, "new\n"));
    repo.write(text, "since\n");
    const repository = await locate();
    if (!repository) throw new Error("no repository");
    const head = repo.git("rev-parse", "HEAD").trim();
    await recordIntents(repository, [
      { commit: head, file: text, base: before, before, after: base(text), atMs: Date.now() },
    ]);
    await repair(repository);
    expect(repo.read(text)).toBe("since\n");
  });
});

describe("no commit is made", () => {
  test.each([
    "runbooks/../fuera.mdx",
    "../x.mdx",
    "/etc/passwd",
    "runbooks//a.mdx",
    "runbooks/./a.mdx",
    "runbooks/.git/config",
    "runbooks/.GIT/config",
    "runbooks/api/.gitattributes",
    "runbooks/git~1/config",
    "runbooks/.g\u200cit/config",
    "runbooks/api/a\u202eb.mdx",
    "runbooks/api/a\nb.mdx",
    "runbooks/api/a\0.mdx",
    "runbooks\\api\\a.mdx",
    "runbooks/api/a:b.mdx",
    "runbooks/api/aux.mdx",
    "runbooks/api/a.lock",
    "runbooks/api/a.mdx.",
    "runbooks/api/a.mdx ",
    `runbooks/api/${"a".repeat(201)}`,
    `runbooks/${"a/".repeat(20)}b.mdx`,
    "otra/cosa.mdx",
    "runbooks/",
    "runbooks/api/e\u0301.mdx",
    "",
  ])("at %j", async (file) => {
    repo = contentRepository("own");
    await expect(commit(fresh(file, "x\n"))).rejects.toMatchObject({ code: "file_name_refused" });
    expect(commits()).toBe(1);
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  test("with one file twice", async () => {
    repo = contentRepository("own");
    await expect(commit(fresh(image, "a"), fresh(image, "b"))).rejects.toMatchObject({ code: "file_name_refused" });
  });

  test.each(["runbooks/api/EMERGENCIAS.mdx", "runbooks/API/otro.mdx"])(
    "where %s differs from what is there by its letters' case alone",
    async (file) => {
      repo = contentRepository("own");
      await expect(commit(fresh(file, "x\n"))).rejects.toMatchObject({ code: "file_name_taken" });
      expect(commits()).toBe(1);
    },
  );

  test("with two such names at once", async () => {
    repo = contentRepository("own");
    const both = commit(fresh("runbooks/api/Plano.png", "a"), fresh("runbooks/api/plano.png", "b"));
    await expect(both).rejects.toMatchObject({ code: "file_name_taken" });
  });

  test("below a file, and over a folder", async () => {
    repo = contentRepository("own");
    for (const file of [`${text}/x.mdx`, "runbooks/api"]) {
      await expect(commit(fresh(file, "x\n"))).rejects.toMatchObject({ code: "repository_unavailable" });
    }
    expect(commits()).toBe(1);
  });

  test.each(["on the disk", "in git alone"])("through a symbolic link %s", async (where) => {
    repo = contentRepository("own");
    const outside = path.join(repo.root, "outside");
    mkdirSync(outside);
    symlinkSync(outside, path.join(repo.content, "runbooks/enlace"));
    if (where === "in git alone") {
      repo.git("add", "runbooks/enlace");
      repo.git("commit", "-qm", "link");
      rmSync(path.join(repo.content, "runbooks/enlace"));
    }
    const head = repo.git("rev-parse", "HEAD");
    for (const file of ["runbooks/enlace/x.mdx", "runbooks/enlace"]) {
      await expect(commit(fresh(file, "x\n"))).rejects.toMatchObject({ code: "repository_unavailable" });
    }
    expect(repo.git("rev-parse", "HEAD")).toBe(head);
    expect(existsSync(path.join(outside, "x.mdx"))).toBe(false);
  });
});
