import { afterEach, beforeEach, describe, expect } from "vitest";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { editableSource } from "../publishing/queries";
import { vouch } from "./commands";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
  process.env.TIME_ZONE = "America/Mexico_City"; // 2026-01-15T03:00Z is still the evening of the 14th there
});
afterEach(() => {
  delete process.env.TIME_ZONE;
  repo.remove();
});

const emergencies = "api/emergencias";
const file = "runbooks/api/emergencias.mdx";
const commits = () => Number(repo.git("rev-list", "--count", "HEAD"));

/** Commits a runbook as somebody with git would. */
function commit(path: string, text: string) {
  repo.write(path, text);
  repo.git("add", "-A");
  repo.git("commit", "-qm", "by git");
}

describe("vouching", () => {
  test("is one commit by the person that changes only the day, by the portal's calendar; audited", async ({
    as,
    db,
  }) => {
    const ctx = await as("editor", "Ana Ruiz");
    const before = repo.read(file);
    const { blob } = await editableSource(ctx, emergencies);
    const done = await vouch(ctx, { runbooks: [{ path: emergencies, blob: blob ?? undefined }] });
    expect(done).toMatchObject({ reviewed: "2026-01-14", vouched: [{ path: emergencies }], already: [] });
    expect(repo.read(file)).toBe(
      before.replace("owner: Backend Team\n", "owner: Backend Team\nreviewed: 2026-01-14\n"),
    );
    expect(repo.git("log", "-1", "--format=%H %an %s").trim()).toBe(
      `${done.commit} Ana Ruiz Revisado hoy sin cambios: ${emergencies}`,
    );
    expect(repo.git("show", "--stat", "--format=").trim()).toContain("1 insertion(+)");
    expect((await editableSource(ctx, emergencies)).blob).toBe(done.vouched[0]?.blob);
    expect(await db.auditEvent.findFirst({ where: { action: "runbook.vouched" } })).toMatchObject({
      actorName: "Ana Ruiz",
      subject: `runbook:${emergencies}`,
      data: { commit: done.commit, reviewed: "2026-01-14" },
    });
  });

  test("of several runbooks is one commit; done again on the same day it is none", async ({ as }) => {
    const ctx = await as("editor");
    commit("runbooks/pagos/cola.md", "# Cola llena\n\n1. Mirar la cola\n");
    const runbooks = [{ path: emergencies }, { path: "pagos/cola" }];
    const done = await vouch(ctx, { runbooks });
    expect(done.vouched).toHaveLength(2);
    expect(repo.git("log", "-1", "--format=%B")).toContain("- pagos/cola");
    expect(repo.read("runbooks/pagos/cola.md")).toBe(
      "---\nreviewed: 2026-01-14\n---\n\n# Cola llena\n\n1. Mirar la cola\n",
    );
    const count = commits();
    expect(await vouch(ctx, { runbooks })).toEqual({
      reviewed: "2026-01-14",
      commit: null,
      vouched: [],
      already: [emergencies, "pagos/cola"],
    });
    expect(commits()).toBe(count);
  });

  test("is refused for a text that the gate refuses, and then for all of them", async ({ as }) => {
    commit("runbooks/api/rota.mdx", runbook("Rota", "api", "<script>alert(1)</script>\n"));
    const count = commits();
    const both = { runbooks: [{ path: emergencies }, { path: "api/rota" }] };
    await expect(vouch(await as("editor"), both)).rejects.toMatchObject({
      code: "runbook_invalid",
      details: { path: "api/rota", problems: [expect.objectContaining({ severity: "error" })] },
    });
    expect(commits()).toBe(count);
  });

  test("is not for a text that nobody read: another version, or changes by hand", async ({ as }) => {
    const ctx = await as("editor");
    const { blob } = await editableSource(ctx, emergencies);
    const seen = { runbooks: [{ path: emergencies, blob: blob ?? undefined }] };
    commit(file, runbook("Emergencias", "api", "Una línea más.\n"));
    await expect(vouch(ctx, seen)).rejects.toMatchObject({ code: "stale_base" });
    repo.write(file, runbook("Emergencias", "api", "A mano.\n"));
    await expect(vouch(ctx, { runbooks: [{ path: emergencies }] })).rejects.toMatchObject({ code: "worktree_changed" });
    expect(repo.read(file)).toContain("A mano.");
  });

  test("is for editors, of runbooks that there are", async ({ as }) => {
    const one = { runbooks: [{ path: emergencies }] };
    await expect(vouch(await as("responder"), one)).rejects.toMatchObject({ code: "forbidden" });
    await expect(vouch(await as("editor"), { runbooks: [{ path: "api/nada" }] })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(commits()).toBe(1);
  });
});
