import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { locate, type Repository } from "../../git/adapter";
import { movedTrailer, restoredTrailer } from "../trail";
import { fileIn, versionIn, versionsOf } from "./adapter";

const old = "runbooks/api/emergencias.mdx";
const moved = "runbooks/pagos/cola.mdx";
let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
});
afterEach(() => repo.remove());

async function repository(): Promise<Repository> {
  const found = await locate();
  if (!found) throw new Error("no repository");
  return found;
}
const commit = (message: string) => {
  repo.git("add", "-A");
  repo.git("commit", "-qm", message);
  return repo.git("rev-parse", "HEAD").trim();
};
const subjects = async (file: string) =>
  (await versionsOf(await repository(), file, { limit: 50, skip: 0 })).map(({ subject }) => subject);

/** A move in which nothing is alike, so that only what the commit says can tell. */
function moveUnlike(message: string) {
  repo.git("rm", "-q", `portal/content/${old}`);
  repo.write(moved, "otra cosa\n");
  return commit(message);
}

describe("the history of a runbook", () => {
  test("goes on behind a move that its commit records, however little is alike", async () => {
    moveUnlike(`Move\n\n${movedTrailer(old, moved)}`);
    repo.write(moved, "más\n");
    commit("Change");
    expect(await subjects(moved)).toEqual(["Change", "Move", "first"]);
  });

  test("ends where nothing says where it came from", async () => {
    moveUnlike("Move");
    expect(await subjects(moved)).toEqual(["Move"]);
  });

  test("follows what the commit records where git would guess another file", async () => {
    const text = runbook("Gemelo");
    repo.write("runbooks/api/gemelo.mdx", text);
    commit("Twin");
    repo.git("rm", "-q", `portal/content/${old}`, "portal/content/runbooks/api/gemelo.mdx");
    repo.write(moved, text);
    commit(`Move\n\n${movedTrailer(old, moved)}`);
    expect(await subjects(moved)).toEqual(["Move", "first"]);
  });

  test("goes through a move there and back, and through a removal that was taken back", async () => {
    repo.git("mv", `portal/content/${old}`, "portal/content/runbooks/api/b.mdx");
    commit(`There\n\n${movedTrailer(old, "runbooks/api/b.mdx")}`);
    repo.git("mv", "portal/content/runbooks/api/b.mdx", `portal/content/${old}`);
    commit(`Back\n\n${movedTrailer("runbooks/api/b.mdx", old)}`);
    const text = repo.read(old);
    repo.write("runbooks/api/parecido.mdx", text);
    repo.git("rm", "-q", `portal/content/${old}`);
    commit("Remove");
    repo.write(old, text);
    commit(`Restore\n\n${restoredTrailer(old)}`);
    expect(await subjects(old)).toEqual(["Restore", "Remove", "Back", "There", "first"]);
  });

  test("is given in pages across a move", async () => {
    moveUnlike(`Move\n\n${movedTrailer(old, moved)}`);
    for (const text of ["a\n", "b\n"]) {
      repo.write(moved, text);
      commit(text);
    }
    const page = await versionsOf(await repository(), moved, { limit: 2, skip: 1 });
    expect(page.map(({ subject }) => subject)).toEqual(["a", "Move"]);
  });

  test("is not led astray by a record of a file that is not its own", async () => {
    repo.write("runbooks/api/otro.mdx", runbook("Otro"));
    commit("Other");
    repo.write(old, `${repo.read(old)}Más.\n`);
    commit(`Links\n\n${movedTrailer("runbooks/api/otro.mdx", "runbooks/api/nuevo.mdx")}`);
    expect(await subjects(old)).toEqual(["Links", "first"]);
  });
});

describe("one version", () => {
  test("comes with the one before it, and the latest has a name", async () => {
    const second = moveUnlike(`Move\n\n${movedTrailer(old, moved)}`);
    const { found, before } = await versionIn(await repository(), moved, "latest");
    expect([found.commit, before?.subject]).toEqual([second, "first"]);
    const first = await versionIn(await repository(), moved, before?.commit ?? "");
    expect([first.found.subject, first.before]).toEqual(["first", undefined]);
  });

  test("is not found for a commit that did not touch it, an unknown one and a revision expression", async () => {
    repo.write("runbooks/api/other.mdx", "x\n");
    const other = commit("other");
    for (const name of [other, "0".repeat(40), "HEAD~1", "--all", "HEAD:.git"]) {
      await expect(versionIn(await repository(), old, name)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("a file as any commit holds it", () => {
  test("is found under the name that it had then", async () => {
    const first = repo.git("rev-parse", "HEAD").trim();
    repo.write("runbooks/api/other.mdx", "x\n");
    const between = commit("other");
    const after = moveUnlike(`Move\n\n${movedTrailer(old, moved)}`);
    const names = [first, between, after].map(async (at) => (await fileIn(await repository(), moved, at))?.file);
    expect(await Promise.all(names)).toEqual([old, old, moved]);
  });

  test("is nothing where it was not there, and never one of a commit outside the history", async () => {
    const first = repo.git("rev-parse", "HEAD").trim();
    repo.write(moved, "x\n");
    const side = commit("side");
    expect(await fileIn(await repository(), moved, first)).toBeNull();
    repo.git("reset", "-q", "--hard", first);
    await expect(fileIn(await repository(), old, side)).rejects.toMatchObject({ code: "not_found" });
    await expect(fileIn(await repository(), old, "HEAD")).rejects.toMatchObject({ code: "not_found" });
  });
});
