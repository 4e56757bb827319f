import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { invalidateLibrary } from "../../library/adapter";
import { getRunbook } from "../../library/queries";
import { editableSource, history } from "../../publishing/queries";
import { moveRunbook } from "../move/commands";
import { MoveRunbook } from "../move/schema";
import { deleteRunbook, restoreDeleted } from "./commands";
import { deletedRunbooks, tombstoneOf } from "./queries";

const path = "api/emergencias";
let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
  invalidateLibrary();
});
afterEach(() => repo.remove());

function commit(message: string, files: Record<string, string> = {}) {
  for (const [file, text] of Object.entries(files)) repo.write(file, text);
  repo.git("add", "-A");
  repo.git("commit", "-qm", message);
  invalidateLibrary();
}
async function remove(ctx: Ctx, at = path) {
  const { blob } = await editableSource(ctx, at);
  return deleteRunbook(ctx, { path: at, baseBlob: blob ?? "", reason: "Ya no existe ese servicio" });
}

describe("deleting a runbook", () => {
  test("takes one commit with what only it names, and taking it back brings all of that again", async ({ as, db }) => {
    const ctx = await as("editor", "Ana Ruiz");
    const text = runbook("Emergencias", "api", "![a](./propia.png)\n![b](./comun.png)\n");
    commit("more", {
      [`runbooks/${path}.mdx`]: text,
      "runbooks/api/otra.mdx": runbook("Otra", "api", "![b](./comun.png)\n"),
      "runbooks/api/propia.png": "own \u0000 bytes",
      "runbooks/api/comun.png": "shared",
    });
    const { commit: removal } = await remove(ctx);
    expect(repo.git("show", "--name-status", "--format=%an %s", "HEAD").trim().split("\n")).toEqual([
      `Ana Ruiz Elimina ${path}`,
      "",
      `D\tportal/content/runbooks/${path}.mdx`,
      "D\tportal/content/runbooks/api/propia.png",
    ]);
    expect((await getRunbook(path)).kind).toBe("missing");
    await restoreDeleted(ctx, { path, commit: removal, message: "Sí existe" });
    expect(repo.read(`runbooks/${path}.mdx`)).toBe(text);
    expect(repo.read("runbooks/api/propia.png")).toBe("own \u0000 bytes");
    expect((await getRunbook(path)).kind).toBe("runbook");
    const subjects = (await history(ctx, { path })).versions.map(({ subject }) => subject);
    expect(subjects).toEqual([`Restaura ${path}`, `Elimina ${path}`, "more", "first"]);
    const actions = await db.auditEvent.findMany({ where: { subject: `runbook:${path}` }, select: { action: true } });
    expect(actions.map(({ action }) => action).sort()).toEqual(["runbook.deleted", "runbook.restored"]);
  });

  test("is refused while a procedure sends people there, and named", async ({ as }) => {
    const ctx = await as("editor");
    const answer = `<Decision id="d" question="¿Y?">\n\n<Option label="Sí" goto="${path}#api-no-responde" />\n\n<Option label="No" outcome="escalate" />\n\n</Decision>\n\n</Diagnosis>`;
    commit("more", { "runbooks/api/otra.mdx": runbook("Otra").replace("</Diagnosis>", answer) });
    await expect(remove(ctx)).rejects.toMatchObject({
      code: "runbook_needed",
      details: { incoming: [{ path: "api/otra", title: "Otra", answers: 1 }] },
    });
    expect((await getRunbook(path)).kind).toBe("runbook");
  });

  test("is refused for another text than the one seen, and for who may not publish", async ({ as }) => {
    const input = { path, baseBlob: "0".repeat(40), reason: "x" };
    await expect(deleteRunbook(await as("editor"), input)).rejects.toMatchObject({ code: "stale_base" });
    await expect(deleteRunbook(await as("responder"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what was deleted", () => {
  test("is told at its address and at its older ones; by whom and why, to members", async ({ as, asNobody }) => {
    const ctx = await as("editor", "Ana Ruiz");
    const { blob } = await editableSource(ctx, path);
    await moveRunbook(ctx, MoveRunbook.parse({ path, to: "api/nuevo", baseBlob: blob }));
    expect(await tombstoneOf(ctx, path)).toBeNull();
    await remove(ctx, "api/nuevo");
    for (const name of ["api/nuevo", path]) {
      expect(await tombstoneOf(ctx, name)).toMatchObject({
        path: "api/nuevo",
        title: "Emergencias",
        told: { author: "Ana Ruiz", body: "Ya no existe ese servicio" },
        canRestore: true,
      });
    }
    expect(await tombstoneOf(asNobody, path)).toMatchObject({ title: "Emergencias", told: null, canRestore: false });
    expect(await tombstoneOf(ctx, "api/nunca")).toBeNull();
  });

  test("is listed with what others removed by hand, the latest first, each once, without what is back", async ({
    as,
  }) => {
    const ctx = await as("editor");
    commit("b", { "runbooks/api/b.mdx": runbook("Be"), "runbooks/api/c.mdx": runbook("Ce") });
    repo.git("rm", "-q", "portal/content/runbooks/api/b.mdx");
    commit("Fuera b");
    commit("b again", { "runbooks/api/b.mdx": runbook("Be") });
    repo.git("rm", "-q", "portal/content/runbooks/api/b.mdx");
    commit("Fuera b otra vez");
    repo.git("rm", "-q", "portal/content/runbooks/api/c.mdx");
    commit("Fuera c");
    expect((await deletedRunbooks(ctx, {})).deleted.map(({ subject }) => subject).sort()).toEqual([
      "Fuera b otra vez",
      "Fuera c",
    ]);
    const c = (await deletedRunbooks(ctx, {})).deleted.find((one) => one.path === "api/c");
    await restoreDeleted(ctx, { path: "api/c", commit: c?.commit ?? "", message: "" });
    expect((await deletedRunbooks(ctx, {})).deleted.map((one) => one.path)).toEqual(["api/b"]);
    await expect(restoreDeleted(ctx, { path: "api/c", commit: c?.commit ?? "", message: "" })).rejects.toMatchObject({
      code: "path_taken",
    });
    await expect(restoreDeleted(ctx, { path: "api/d", commit: c?.commit ?? "", message: "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
