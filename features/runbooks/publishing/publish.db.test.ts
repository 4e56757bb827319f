import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { saveDraft } from "../drafts/commands";
import { otherEditors, ownDraft } from "../drafts/queries";
import { inspectText } from "../editor/queries";
import { publishRunbook, restoreVersion } from "./commands";
import { editableSource, history } from "./queries";
import type { PublishRunbook } from "./schema";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
});
afterEach(() => repo.remove());

const emergencies = "api/emergencias";
async function edit(ctx: Ctx, more: string, changes: Partial<PublishRunbook> = {}): Promise<PublishRunbook> {
  const { blob } = await editableSource(ctx, emergencies);
  const text = runbook("Emergencias", "api", more);
  return { path: emergencies, text, baseBlob: blob, adoptBlob: null, message: "Añade un paso", ...changes };
}

describe("publishing", () => {
  test("is one commit by the person, an audit event, and the end of the draft", async ({ as, db }) => {
    const ctx = await as("editor", "Ana Ruiz");
    const input = await edit(ctx, "Más texto.\n");
    await saveDraft(ctx, { ...input, version: 0 });
    const published = await publishRunbook(ctx, input);
    expect(repo.git("log", "-1", "--format=%H %an <%ae> %s").trim()).toBe(
      `${published.commit} Ana Ruiz <ana.ruiz@example.org> Añade un paso`,
    );
    expect(repo.read("runbooks/api/emergencias.mdx")).toBe(input.text);
    expect(await ownDraft(ctx, emergencies)).toBeNull();
    expect(await db.auditEvent.findFirst({ where: { action: "runbook.published" } })).toMatchObject({
      actorName: "Ana Ruiz",
      subject: `runbook:${emergencies}`,
      data: { commit: published.commit, message: "Añade un paso" },
    });
    expect((await editableSource(ctx, emergencies)).blob).toBe(published.blob);
  });

  test("makes a new runbook, and never in the place of another", async ({ as }) => {
    const ctx = await as("editor");
    const fresh = await edit(ctx, "", {
      path: "pagos/cola-llena",
      text: runbook("Cola llena", "pagos"),
      baseBlob: null,
    });
    await publishRunbook(ctx, fresh);
    expect(repo.read("runbooks/pagos/cola-llena.mdx")).toBe(fresh.text);
    const again = { ...fresh, text: runbook("Otra cola", "pagos") };
    await expect(publishRunbook(ctx, again)).rejects.toMatchObject({
      code: "path_taken",
      details: { theirs: { text: fresh.text } },
    });
    await expect(publishRunbook(ctx, { ...fresh, path: "pagos/ColaLlena" })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  test.for(["viewer", "responder"] as const)("is not for a %s", async (role, { as }) => {
    const input = await edit(await as("editor"), "x\n");
    await expect(publishRunbook(await as(role), input)).rejects.toMatchObject({ code: "forbidden" });
    expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("1");
  });

  test("refuses what the gate refuses, with its place, and keeps git as it was", async ({ as }) => {
    const ctx = await as("editor");
    await expect(publishRunbook(ctx, await edit(ctx, "<script>alert(1)</script>\n"))).rejects.toMatchObject({
      code: "runbook_invalid",
      details: { problems: expect.arrayContaining([expect.objectContaining({ severity: "error", line: 29 })]) },
    });
    expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("1");
  });

  test("says that there is nothing to publish, and takes a repeated request for the first one", async ({ as }) => {
    const ctx = await as("editor");
    const input = await edit(ctx, "Otra línea.\n");
    const first = await publishRunbook(ctx, input);
    expect(await publishRunbook(ctx, input)).toMatchObject({ commit: first.commit, blob: first.blob });
    const same = { ...input, baseBlob: first.blob };
    await expect(publishRunbook(ctx, same)).rejects.toMatchObject({ code: "nothing_to_publish" });
  });
});

describe("two editors from one base", () => {
  test("exactly one wins; the other gets both texts, a merge, and keeps their own as a draft", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    const mine = await edit(ana, "Al final.\n");
    const theirs = { ...mine, text: mine.text.replace("Error 500", "Error 503").replace("Al final.\n", "") };
    const outcomes = await Promise.allSettled([publishRunbook(ana, mine), publishRunbook(luis, theirs)]);
    const won = outcomes.findIndex(({ status }) => status === "fulfilled");
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    const [winner, loser] = won === 0 ? [mine, theirs] : [theirs, mine];
    expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("2");
    expect(lost?.reason).toMatchObject({
      code: "stale_base",
      details: {
        base: { text: runbook("Emergencias") },
        theirs: { text: winner.text, author: won === 0 ? "Ana Ruiz" : "Luis Gil" },
        merged: { conflicts: 0, text: mine.text.replace("Error 500", "Error 503") },
      },
    });
    expect(await ownDraft(won === 0 ? luis : ana, emergencies)).toMatchObject({ text: loser.text });
  });

  test("the conflict is told also when the editor saves the draft at that moment", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    const mine = await edit(ana, "Al final.\n");
    await publishRunbook(luis, { ...mine, text: mine.text.replace("Error 500", "Error 503") });
    const text = `${mine.text}Y más.\n`;
    let typing = true;
    const type = async () => {
      while (typing) {
        const version = (await ownDraft(ana, emergencies))?.version ?? 0;
        await saveDraft(ana, { ...mine, text, version }).catch(() => null);
      }
    };
    const saving = [type(), type(), type()];
    for (let n = 0; n < 5; n += 1) {
      await expect(publishRunbook(ana, mine)).rejects.toMatchObject({ code: "stale_base" });
    }
    typing = false;
    await Promise.all(saving);
    expect((await ownDraft(ana, emergencies))?.text).toContain("Al final.");
  });

  test("each sees that the other has a draft", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    const path = "api/compartido";
    await saveDraft(ana, { ...(await edit(ana, "x\n")), path, version: 0 });
    expect(await otherEditors(luis, path)).toMatchObject([{ name: "Ana Ruiz", updatedAt: "2026-01-15T03:00:00.000Z" }]);
    expect(await otherEditors(ana, path)).toEqual([]);
  });
});

test("what was changed by hand on the server is shown, and published only once adopted", async ({ as }) => {
  const ctx = await as("editor");
  const byHand = runbook("A mano");
  repo.write("runbooks/api/emergencias.mdx", byHand);
  const source = await editableSource(ctx, emergencies);
  expect(source).toMatchObject({ text: runbook("Emergencias"), byHand: { text: byHand } });
  const input = await edit(ctx, "Más.\n");
  await expect(publishRunbook(ctx, input)).rejects.toMatchObject({
    code: "worktree_changed",
    details: { text: byHand, blob: source.byHand?.blob },
  });
  expect(repo.read("runbooks/api/emergencias.mdx")).toBe(byHand);
  await publishRunbook(ctx, { ...input, adoptBlob: source.byHand?.blob ?? null });
  expect(repo.git("show", "HEAD~1:portal/content/runbooks/api/emergencias.mdx")).toBe(byHand);
  expect(repo.git("status", "--porcelain")).toBe("");
});

test("a text that git cannot take is kept as the draft of its author", async ({ as }) => {
  const ctx = await as("editor", "Nuria Vidal");
  const input = await edit(ctx, "No se pierde.\n");
  writeFileSync(path.join(repo.root, ".git/MERGE_HEAD"), repo.git("rev-parse", "HEAD"));
  await expect(publishRunbook(ctx, input)).rejects.toMatchObject({ code: "repository_unavailable" });
  expect(await ownDraft(ctx, emergencies)).toMatchObject({ text: input.text });
  expect(repo.git("rev-list", "--count", "HEAD").trim()).toBe("1");
});

test("an earlier version comes back as a new commit", async ({ as }) => {
  const ctx = await as("editor");
  const { blob } = await publishRunbook(ctx, await edit(ctx, "Un error.\n"));
  const { versions } = await history(ctx, { path: emergencies });
  expect(versions.map(({ subject }) => subject)).toEqual(["Añade un paso", "first"]);
  const commit = versions[1]?.commit ?? "";
  await restoreVersion(ctx, { path: emergencies, commit, baseBlob: blob, message: "Restaura" });
  expect(repo.read("runbooks/api/emergencias.mdx")).toBe(runbook("Emergencias"));
  expect((await history(ctx, { path: emergencies })).versions).toHaveLength(3);
});

describe("the inspection of a text that is being written", () => {
  test("tells its problems, and gives the page that it makes", async ({ as }) => {
    const ctx = await as("editor");
    const good = await inspectText(ctx, { path: "api/nuevo", text: runbook("Nuevo") });
    expect(good).toMatchObject({ problems: [], artifact: { frontMatter: { title: "Nuevo" } } });
    const bad = await inspectText(ctx, { path: "api/nuevo", text: "<Stepp>" });
    expect(bad.artifact).toBeNull();
    expect(bad.problems.map(({ rule }) => rule)).toContain("unknown-tag");
  });

  test.for(["viewer", "responder"] as const)("is not for a %s", async (role, { as }) => {
    const asked = inspectText(await as(role), { path: emergencies, text: "x" });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("drafts", () => {
  test("of two windows the older one is refused, with what the newer one saved", async ({ as }) => {
    const ctx = await as("editor", "Marta Sanz");
    const draft = { ...(await edit(ctx, "")), path: "api/otro" };
    const first = await saveDraft(ctx, { ...draft, text: "one", version: 0 });
    await saveDraft(ctx, { ...draft, text: "two", version: first.version });
    for (const version of [0, first.version]) {
      await expect(saveDraft(ctx, { ...draft, text: "late", version })).rejects.toMatchObject({
        code: "stale_version",
        details: { current: { text: "two", version: 2 } },
      });
    }
  });

  test("are for people who edit", async ({ as, asNobody }) => {
    const draft = { path: emergencies, text: "x", baseBlob: null, message: "", version: 0 };
    await expect(saveDraft(await as("responder"), draft)).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveDraft(asNobody, draft)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

test.for(["../../etc/passwd", ".git/config", "api/../x", "a/b/c"])(
  "%s is no runbook to edit",
  async (hostile, { as }) => {
    const ctx = await as("editor");
    writeFileSync(path.join(repo.root, "passwd.mdx"), "secret");
    await expect(editableSource(ctx, hostile)).rejects.toMatchObject({ code: "not_found" });
    await expect(history(ctx, { path: hostile })).rejects.toMatchObject({ code: "not_found" });
  },
);
