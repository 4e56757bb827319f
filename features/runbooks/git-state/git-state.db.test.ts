import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { locate } from "../git/adapter";
import { recordIntents } from "../git/repair/adapter";
import { repairContent } from "../git/repair/commands";
import { adoptFiles } from "./commands";
import { byHandTexts, contentState } from "./queries";

const changed = "runbooks/api/emergencias.mdx";
const added = "runbooks/api/a mano.png";
const removed = "runbooks/api/antiguo.mdx";
let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
  repo.write(removed, runbook("Antiguo"));
  repo.git("add", "-A");
  repo.git("commit", "-qm", "second");
});
afterEach(() => repo.remove());

function byHand() {
  repo.write(changed, runbook("A mano"));
  repo.write(added, "\u0000png");
  rmSync(path.join(repo.content, removed));
  writeFileSync(path.join(repo.root, "other.txt"), "none of ours\n");
  symlinkSync("/etc/passwd", path.join(repo.content, "runbooks/api/enlace.mdx"));
}

test("what was changed, made and taken away by hand is listed, whatever is staged, with its difference", async ({
  as,
}) => {
  const ctx = await as("admin");
  expect(await contentState(ctx)).toMatchObject({ head: { branch: "main" }, byHand: [], locks: [], repaired: null });
  byHand();
  repo.git("add", `portal/content/${changed}`);
  const state = await contentState(ctx);
  expect(state.byHand).toEqual([
    { file: added, head: null, disk: expect.any(String) },
    { file: removed, head: expect.any(String), disk: null },
    { file: changed, head: expect.any(String), disk: expect.any(String) },
  ]);
  const texts = await Promise.all(state.byHand.map((file) => byHandTexts(ctx, file)));
  expect(texts).toEqual([
    { before: null, after: null, binary: true },
    { before: runbook("Antiguo"), after: null, binary: false },
    { before: runbook("Emergencias"), after: runbook("A mano"), binary: false },
  ]);
});

test("adopting commits all of it as it lies there, in the name of the person, and tells", async ({ as, db }) => {
  const ctx = await as("admin", "Ana Ruiz");
  byHand();
  const { byHand: files } = await contentState(ctx);
  const { commit } = await adoptFiles(ctx, { files, message: "Adopta lo cambiado a mano" });
  expect(repo.git("log", "-1", "--format=%H %an %s").trim()).toBe(`${commit} Ana Ruiz Adopta lo cambiado a mano`);
  expect(repo.git("show", `HEAD:portal/content/${changed}`)).toBe(runbook("A mano"));
  expect(repo.git("status", "--porcelain", "--", "portal").trim()).toBe("?? portal/content/runbooks/api/enlace.mdx");
  expect((await contentState(ctx)).byHand).toEqual([]);
  expect(await db.auditEvent.findFirst({ where: { action: "content.adopted" } })).toMatchObject({
    actorName: "Ana Ruiz",
    data: { commit, files: [added, removed, changed] },
  });
});

test("what was changed again since it was seen is not adopted, nor any of the others", async ({ as }) => {
  const ctx = await as("admin");
  byHand();
  const { byHand: files } = await contentState(ctx);
  repo.write(changed, runbook("Otra vez"));
  await expect(adoptFiles(ctx, { files, message: "x" })).rejects.toMatchObject({ code: "worktree_changed" });
  expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("2");
  expect(repo.read(changed)).toBe(runbook("Otra vez"));
});

test("locks are listed with their age, and a repair is told of later", async ({ as }) => {
  const ctx = await as("admin");
  writeFileSync(path.join(repo.root, ".git/index.lock"), "");
  expect((await contentState(ctx)).locks).toEqual([{ name: "index.lock", seconds: expect.any(Number) }]);
  rmSync(path.join(repo.root, ".git/index.lock"));
  const repository = await locate();
  if (!repository) throw new Error("no repository");
  const [commit, after] = repo.git("rev-parse", "HEAD", `HEAD:portal/content/${removed}`).trim().split("\n");
  rmSync(path.join(repo.content, removed));
  await recordIntents(repository, [
    { commit: commit ?? "", file: removed, base: null, before: null, after: after ?? "", atMs: Date.now() },
  ]);
  await repairContent(ctx);
  expect(repo.read(removed)).toBe(runbook("Antiguo"));
  expect(await contentState(ctx)).toMatchObject({ byHand: [], repaired: { files: [removed] } });
});

test.for(["editor", "responder"] as const)("is not for a %s", async (role, { as }) => {
  const ctx = await as(role);
  const files = [{ file: changed, head: null, disk: null }];
  await expect(contentState(ctx)).rejects.toMatchObject({ code: "forbidden" });
  await expect(adoptFiles(ctx, { files, message: "x" })).rejects.toMatchObject({ code: "forbidden" });
});
