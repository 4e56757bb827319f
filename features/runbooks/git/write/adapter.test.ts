import { existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { locate, type Repository } from "../adapter";
import type { CommitRequest, FileChange } from "../commit-request";
import { recordIntents, repair } from "../repair/adapter";
import { commitFiles } from "./adapter";

const file = "runbooks/api/emergencias.mdx";
let repo: ContentRepository;
afterEach(() => repo.remove());

const base = () =>
  repo
    .git("rev-parse", `HEAD:${repo.content.slice(repo.root.length + 1)}${repo.content === repo.root ? "" : "/"}${file}`)
    .trim();
async function repository(): Promise<Repository> {
  const found = await locate();
  if (!found) throw new Error("no repository");
  return found;
}
const author = { name: "Ana Ruiz", email: "ana@example.org" };
const at = new Date("2026-01-15T03:00:00Z");
const change = (changed: Partial<FileChange> = {}): FileChange => ({
  base: changed.base === undefined ? base() : changed.base,
  file,
  content: "new text\n",
  adopted: null,
  ...changed,
});
const request = (changed: Partial<FileChange> = {}, more: Partial<CommitRequest> = {}): CommitRequest => ({
  changes: [change(changed)],
  message: "Corrige el reinicio",
  author,
  at,
  ...more,
});

describe("a commit", () => {
  test("holds the text, with the editor as author and the portal as committer, and leaves a clean tree", async () => {
    repo = contentRepository("own");
    expect(await commitFiles(request())).toMatchObject({ outcome: "committed", followed: true });
    expect(repo.git("log", "-1", "--format=%an <%ae>|%cn|%aI|%B").trim()).toBe(
      "Ana Ruiz <ana@example.org>|Bitácora|2026-01-15T03:00:00+00:00|Corrige el reinicio",
    );
    expect(repo.read(file)).toBe("new text\n");
    expect(repo.git("status", "--porcelain")).toBe("");
    expect(repo.git("symbolic-ref", "HEAD").trim()).toBe("refs/heads/main");
  });

  test("in a larger repository touches neither what is staged nor other files", async () => {
    repo = contentRepository("nested");
    writeFileSync(path.join(repo.root, "other.txt"), "staged\n");
    repo.git("add", "other.txt");
    writeFileSync(path.join(repo.root, "other.txt"), "changed after staging\n");
    writeFileSync(path.join(repo.root, "untracked.txt"), "mine\n");
    await commitFiles(request());
    expect(repo.git("status", "--porcelain")).toBe("MM other.txt\n?? untracked.txt\n");
    expect(repo.git("show", "--name-only", "--format=", "HEAD").trim()).toBe(`portal/content/${file}`);
    expect(repo.git("show", ":other.txt")).toBe("staged\n");
  });

  test("on a detached HEAD moves it, and a ref keeps the commit", async () => {
    repo = contentRepository("own");
    repo.git("checkout", "-q", "--detach");
    const result = await commitFiles(request());
    repo.git("checkout", "-q", "main");
    expect(repo.git("rev-parse", "refs/bitacora/published").trim()).toBe("commit" in result ? result.commit : "");
    expect(repo.git("rev-list", "--count", "main").trim()).toBe("1");
  });

  test("in a folder without git makes a repository, with what was there as its first commit", async () => {
    repo = contentRepository("none");
    const found = repo.read(file);
    const fresh = request({ file: "runbooks/api/nuevo.mdx", base: null });
    expect(await commitFiles(fresh)).toMatchObject({ outcome: "committed" });
    expect(repo.git("log", "--format=%s").trim().split("\n")).toEqual([
      "Corrige el reinicio",
      "Runbooks as they were found",
    ]);
    expect(repo.git("show", `HEAD:${file}`)).toBe(found);
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  test("is made in an empty folder without git, too", async () => {
    repo = contentRepository("none");
    rmSync(path.join(repo.content, "runbooks"), { recursive: true });
    expect(await commitFiles(request({ base: null }))).toMatchObject({ outcome: "committed" });
  });

  test("in a folder that a larger repository ignores goes to a repository of its own", async () => {
    repo = contentRepository("nested");
    writeFileSync(path.join(repo.root, ".gitignore"), "data/\n");
    mkdirSync(path.join(repo.root, "data/content/runbooks"), { recursive: true });
    process.env.CONTENT_DIR = path.join(repo.root, "data/content");
    await commitFiles(request({ base: null }));
    expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("1");
    expect((await locate())?.root).toBe(path.join(repo.root, "data/content"));
  });
});

test.each([
  "-m --amend",
  "$(touch /tmp/pwned) `id` ; rm -rf / | cat && x > y",
  "línea uno\n\n# no es un comentario\nAuthor: otra <x@example.org>",
  "'\"\\",
])("the message %j reaches the history as it was written", async (message) => {
  repo = contentRepository("own");
  await commitFiles(request({}, { message }));
  expect(repo.git("log", "-1", "--format=%B").trim()).toBe(message);
});

test.each([
  ["-c user.name=x", "-c user.name=x"],
  ["Ana\nRuiz <evil@example.org>", "Ana Ruiz evil@example.org"],
  ["$(id);`id`", "$(id);`id`"],
  ["<>", "ana@example.org"],
])("the author %j is written as %j", async (name, written) => {
  repo = contentRepository("own");
  await commitFiles(request({}, { author: { name, email: "ana@example.org" } }));
  expect(repo.git("log", "-1", "--format=%an|%ae").trim()).toBe(`${written}|ana@example.org`);
});

describe("refusals leave everything as it was", () => {
  test("another text at HEAD is a stale base", async () => {
    repo = contentRepository("own");
    const mine = request();
    await commitFiles(request({ content: "theirs\n" }));
    expect(await commitFiles(mine)).toEqual({ outcome: "stale", file, head: base() });
    expect(repo.read(file)).toBe("theirs\n");
  });

  test("what was changed by hand is never overwritten", async () => {
    repo = contentRepository("own");
    repo.write(file, "by hand\n");
    expect(await commitFiles(request())).toMatchObject({ outcome: "by-hand", head: base() });
    expect(repo.read(file)).toBe("by hand\n");
    expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("1");
  });

  test("what was changed by hand and adopted stays in the history", async () => {
    repo = contentRepository("own");
    repo.write(file, "by hand\n");
    const refused = await commitFiles(request());
    const adopted = refused.outcome === "by-hand" ? refused.disk : null;
    expect(await commitFiles(request({ adopted }))).toMatchObject({ outcome: "committed", followed: true });
    expect(repo.git("show", `HEAD~1:${file}`)).toBe("by hand\n");
    expect(repo.git("show", `HEAD:${file}`)).toBe("new text\n");
  });

  test.each(["file", "folder"])("a symbolic link as %s is not followed", async (kind) => {
    repo = contentRepository("own");
    const outside = path.join(repo.root, "outside");
    mkdirSync(outside);
    writeFileSync(path.join(outside, "emergencias.mdx"), "secret\n");
    const link = path.join(repo.content, kind === "file" ? file : path.dirname(file));
    const blob = base();
    rmSync(link, { recursive: true });
    symlinkSync(kind === "file" ? path.join(outside, "emergencias.mdx") : outside, link);
    await expect(commitFiles(request({ base: blob }))).rejects.toMatchObject({ code: "repository_unavailable" });
    expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("1");
  });

  test("a merge or rebase that is going on is named", async () => {
    repo = contentRepository("own");
    writeFileSync(path.join(repo.root, ".git/MERGE_HEAD"), repo.git("rev-parse", "HEAD"));
    await expect(commitFiles(request())).rejects.toMatchObject({
      details: { why: expect.stringContaining("MERGE_HEAD") },
    });
  });

  test.each(["refs/heads/main.lock", "HEAD.lock"])(
    "a %s that another git left is named, with its age",
    async (lock) => {
      repo = contentRepository("own");
      const full = path.join(repo.root, ".git", lock);
      writeFileSync(full, "");
      utimesSync(full, new Date(), new Date(Date.now() - 95_000));
      const refused = {
        code: "repository_locked",
        details: { name: lock, why: expect.stringMatching(/\.git\/.+, 9\d s/) },
      };
      await expect(commitFiles(request())).rejects.toMatchObject(refused);
      await repair(await repository());
      expect(existsSync(full)).toBe(true);
      expect(repo.git("status", "--porcelain")).toBe("");
    },
  );

  test("a packed-refs.lock that another git left stops nobody", async () => {
    repo = contentRepository("own");
    repo.git("pack-refs", "--all");
    writeFileSync(path.join(repo.root, ".git/packed-refs.lock"), "");
    expect(await commitFiles(request())).toMatchObject({ outcome: "committed", followed: true });
  });
});

describe("what others left behind", () => {
  test("a leftover index.lock does not stop commits, and the index follows once it is gone", async () => {
    repo = contentRepository("own");
    writeFileSync(path.join(repo.root, ".git/index.lock"), "");
    for (const content of ["one\n", "two\n"]) {
      expect(await commitFiles(request({ content }))).toMatchObject({ outcome: "committed", followed: false });
    }
    expect(repo.read(file)).toBe("two\n");
    rmSync(path.join(repo.root, ".git/index.lock"));
    await repair(await repository());
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  test("hooks, signing and filters that somebody configured do not run", async () => {
    repo = contentRepository("own");
    writeFileSync(path.join(repo.root, ".git/hooks/reference-transaction"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    repo.git("config", "commit.gpgsign", "true");
    repo.git("config", "core.autocrlf", "true");
    repo.git("config", "core.fsmonitor", "/bin/false");
    expect(await commitFiles(request({ content: "a\r\nb\n" }))).toMatchObject({ outcome: "committed" });
    expect(repo.git("cat-file", "blob", `HEAD:${file}`)).toBe("a\r\nb\n");
  });

  test("a publish that was killed before the rename is finished by the next one", async () => {
    repo = contentRepository("own");
    const [old, before] = [repo.read(file), base()];
    await commitFiles(request());
    repo.write(file, old);
    repo.git("update-index", "--cacheinfo", `100644,${before},${file}`);
    const commit = repo.git("rev-parse", "HEAD").trim();
    await recordIntents(await repository(), [{ file, base: before, before, after: base(), commit, atMs: Date.now() }]);
    expect(await repair(await repository())).toEqual([file]);
    expect(repo.read(file)).toBe("new text\n");
    expect(repo.git("status", "--porcelain")).toBe("");
    expect(await repair(await repository())).toEqual([]);
  });

  test("a publish that was killed before HEAD moved leaves nothing to finish", async () => {
    repo = contentRepository("own");
    const blob = base();
    const after = blob.replace(/^./, "0");
    await recordIntents(await repository(), [
      { file, base: blob, before: blob, after, commit: "0".repeat(40), atMs: Date.now() },
    ]);
    expect(await repair(await repository())).toEqual([]);
    expect(repo.git("status", "--porcelain")).toBe("");
  });
});

test("of many at once from one base exactly one wins", async () => {
  repo = contentRepository("own");
  const blob = base();
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      commitFiles(request({ base: blob, content: `version ${i}\n` })).catch(() => null),
    ),
  );
  expect(results.filter((result) => result?.outcome === "committed")).toHaveLength(1);
  expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("2");
});
