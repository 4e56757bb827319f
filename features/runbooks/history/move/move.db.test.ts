import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { saveDraft } from "../../drafts/commands";
import { invalidateLibrary } from "../../library/adapter";
import { getRunbook } from "../../library/queries";
import { publishRunbook, restoreVersion } from "../../publishing/commands";
import { editableSource, history, runbookSource } from "../../publishing/queries";
import { moveRunbook } from "./commands";
import { MoveRunbook } from "./schema";

const from = "api/emergencias";
const to = "pagos/api-caida";
let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
  invalidateLibrary();
});
afterEach(() => repo.remove());

function commit(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) repo.write(file, text);
  repo.git("add", "-A");
  repo.git("commit", "-qm", "more");
  invalidateLibrary();
}
async function move(ctx: Ctx, changes: Partial<MoveRunbook> = {}) {
  const path = changes.path ?? from;
  const { blob } = await editableSource(ctx, path);
  return moveRunbook(ctx, MoveRunbook.parse({ path, to, baseBlob: blob, ...changes }));
}
const commits = () => Number(repo.git("rev-list", "--count", "HEAD"));
const changed = () => repo.git("show", "--name-status", "--no-renames", "--format=", "HEAD").trim().split("\n").sort();

describe("moving a runbook", () => {
  test("is one commit, and every old link leads there", async ({ as, db }) => {
    const ctx = await as("editor", "Ana Ruiz");
    const moved = await move(ctx, { message: "Es de pagos" });
    expect(commits()).toBe(2);
    expect(repo.git("log", "-1", "--format=%an|%B").trim()).toBe(
      `Ana Ruiz|Mueve ${from} a ${to}\n\nEs de pagos\n\nRunbook-moved: runbooks/${from}.mdx runbooks/${to}.mdx`,
    );
    const text = repo.read(`runbooks/${to}.mdx`);
    expect(text).toContain("service: pagos\n");
    expect(text.replace("service: pagos", "service: api").replace(/^redirects:.*\n(?: .*\n)*/m, "")).toBe(
      runbook("Emergencias"),
    );
    expect(await getRunbook(from)).toEqual({ kind: "moved", to });
    expect(await runbookSource(await as("viewer"), from)).toMatchObject({ path: to, text });
    expect((await history(ctx, { path: to })).versions.map(({ subject }) => subject)).toEqual([
      `Mueve ${from} a ${to}`,
      "first",
    ]);
    expect(await db.auditEvent.findFirst({ where: { action: "runbook.moved" } })).toMatchObject({
      subject: `runbook:${to}`,
      data: { from, to, commit: moved.commit },
    });
  });

  test("takes along the files that no other runbook names, and copies the others", async ({ as }) => {
    commit({
      [`runbooks/${from}.mdx`]: runbook("Emergencias", "api", "![a](./propia.png)\n![b](comun.png)\n[c](./otra)\n"),
      "runbooks/api/otra.mdx": runbook("Otra", "api", "![b](./comun.png)\n"),
      "runbooks/api/propia.png": "own",
      "runbooks/api/comun.png": "shared",
      "runbooks/api/ajena.png": "other",
    });
    await move(await as("editor"));
    expect(changed()).toEqual(
      [
        `A\tportal/content/runbooks/${to}.mdx`,
        "A\tportal/content/runbooks/pagos/comun.png",
        "A\tportal/content/runbooks/pagos/propia.png",
        `D\tportal/content/runbooks/${from}.mdx`,
        "D\tportal/content/runbooks/api/propia.png",
      ].sort(),
    );
    const text = repo.read(`runbooks/${to}.mdx`);
    expect(text).toContain("![a](./propia.png)\n![b](comun.png)\n");
    expect(repo.read("runbooks/pagos/propia.png")).toBe("own");
  });

  test("writes the chosen links anew in the same commit, and leaves the others to the redirect", async ({ as }) => {
    commit({
      "runbooks/api/uno.mdx": runbook("Uno", "api", "[e](./emergencias.mdx#ver-logs)\n"),
      "runbooks/api/dos.mdx": runbook("Dos", "api", `[e](/runbooks/${from})\n`),
    });
    const moved = await move(await as("editor"), { rewrite: ["api/uno"] });
    expect([moved.rewritten, moved.left, commits()]).toEqual([["api/uno"], [], 3]);
    expect(repo.read("runbooks/api/uno.mdx")).toContain(`[e](/runbooks/${to}#ver-logs)`);
    expect(repo.read("runbooks/api/dos.mdx")).toContain(`[e](/runbooks/${from})`);
  });

  test("what is kept under the old path follows", async ({ as, db }) => {
    const ctx = await as("editor", "Luis Gil");
    const { blob, text } = await editableSource(ctx, from);
    await saveDraft(ctx, { path: from, text: `${text}Más.\n`, baseBlob: blob, message: "", version: 0 });
    await move(ctx);
    expect(await db.draft.findMany({ where: { personId: ctx.actor.id ?? "" }, select: { path: true } })).toEqual([
      { path: to },
    ]);
  });

  test("back again: neither path is lost, and nothing leads round in a circle", async ({ as }) => {
    const ctx = await as("editor");
    await move(ctx);
    await move(ctx, { path: to, to: from });
    expect(await getRunbook(to)).toEqual({ kind: "moved", to: from });
    expect((await getRunbook(from)).kind).toBe("runbook");
    await move(ctx, { to: "api/tercero" });
    for (const old of [from, to]) expect(await getRunbook(old)).toEqual({ kind: "moved", to: "api/tercero" });
    expect((await history(ctx, { path: "api/tercero" })).versions).toHaveLength(4);
  });

  test("a version from before the move comes back under the new address", async ({ as }) => {
    const ctx = await as("editor");
    const first = repo.git("rev-parse", "HEAD").trim();
    const { blob } = await move(ctx);
    const publish = { path: to, adoptBlob: null, message: "Cambia" };
    const text = repo.read(`runbooks/${to}.mdx`).replace("Error 500", "Error 503");
    const { blob: now } = await publishRunbook(ctx, { ...publish, text, baseBlob: blob });
    await restoreVersion(ctx, { path: to, commit: first, baseBlob: now, message: "Vuelve" });
    expect(repo.read(`runbooks/${to}.mdx`)).toContain("Error 500");
    expect(await getRunbook(from)).toEqual({ kind: "moved", to });
  });
});

describe("refused", () => {
  test("a path in use, a text that changed meanwhile, a hand-made change, a name that is none", async ({ as }) => {
    const ctx = await as("editor");
    commit({ "runbooks/api/otra.mdx": runbook("Otra") });
    await expect(move(ctx, { to: "api/otra" })).rejects.toMatchObject({ code: "path_taken" });
    await expect(move(ctx, { to: from })).rejects.toMatchObject({ code: "path_taken" });
    await expect(move(ctx, { baseBlob: "0".repeat(40) })).rejects.toMatchObject({ code: "stale_base" });
    repo.write(`runbooks/${from}.mdx`, runbook("A mano"));
    await expect(move(ctx)).rejects.toMatchObject({ code: "worktree_changed" });
    expect(MoveRunbook.safeParse({ path: from, to: "api/../x", baseBlob: "0".repeat(40) }).success).toBe(false);
    expect(commits()).toBe(2);
  });

  test("publishing at the old path says where the runbook is now", async ({ as }) => {
    const ctx = await as("editor");
    const { blob, text } = await editableSource(ctx, from);
    await move(ctx);
    const late = { path: from, text: `${text}Más.\n`, baseBlob: blob, adoptBlob: null, message: "Tarde" };
    await expect(publishRunbook(ctx, late)).rejects.toMatchObject({ code: "runbook_moved", details: { to } });
  });

  test("for who may not publish", async ({ as }) => {
    const { blob } = await editableSource(await as("editor"), from);
    const input = MoveRunbook.parse({ path: from, to, baseBlob: blob });
    await expect(moveRunbook(await as("responder"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
