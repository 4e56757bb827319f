import { afterEach, beforeEach, describe, expect } from "vitest";
import { assumeRole } from "@/features/incidents/roles/commands";
import { ChangeStatus } from "@/features/incidents/schema";
import { changeStatus } from "@/features/incidents/status/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import { listPostMortems, postMortemPage } from "@/features/runbooks/documents/queries";
import { listRunbooks } from "@/features/runbooks/library/queries";
import type { Conflict } from "@/features/runbooks/publishing/schema";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { draftPostMortem } from "../commands";
import { savePostMortem } from "../save/commands";
import { publishPostMortem } from "./commands";

let content: ContentRepository;
beforeEach(() => {
  content = contentRepository("nested");
});
afterEach(() => content.remove());

async function drafted(ctx: Ctx) {
  const { key } = await buildIncident(ctx);
  await changeStatus(ctx, ChangeStatus.parse({ key, to: "resolved" }));
  return { key, ...(await draftPostMortem(ctx, { key })) };
}
const first = { baseBlob: null, adoptBlob: null, message: "Añade el post-mortem" };

describe("publishing a post-mortem", () => {
  test("is one commit by its editor, told on the timeline, and a page; never a runbook", async ({ as }) => {
    const marta = await as("editor", "Marta");
    const { key, path, version, text } = await drafted(marta);
    const { published } = await publishPostMortem(marta, { key, version, ...first });
    expect(content.git("log", "-1", "--format=%an: %s").trim()).toBe("Marta: Añade el post-mortem");
    expect(content.git("show", "--name-only", "--format=", "HEAD").trim()).toBe(`portal/content/${path}.mdx`);
    expect(content.git("status", "--porcelain").trim()).toBe("");
    expect(content.read(`${path}.mdx`)).toBe(text);
    expect(published?.commit).toBe(content.git("rev-parse", "HEAD").trim());
    const { entries } = await listEntries(marta, { key, after: 0, limit: 50 });
    expect(entries.at(-1)).toMatchObject({ kind: "link", data: { event: "post_mortem_published", path } });
    expect(await listPostMortems(await as("viewer"))).toMatchObject([{ path, matter: { incident: key } }]);
    expect((await postMortemPage(await as("viewer"), path)).artifact?.postMortem?.services).toEqual(["pagos"]);
    expect((await listRunbooks()).map((runbook) => runbook.path)).toEqual(["api/emergencias"]);
  });

  test("is for editors and whoever led the incident, and reading it for members", async ({ as, asNobody }) => {
    const [ana, leo] = [await as("responder", "Ana"), await as("responder", "Leo")];
    const { key, version, path } = await drafted(ana);
    await assumeRole(ana, { key, role: "lead" });
    await expect(publishPostMortem(leo, { key, version, ...first })).rejects.toMatchObject({ code: "forbidden" });
    await publishPostMortem(ana, { key, version, ...first });
    await expect(listPostMortems(asNobody)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(postMortemPage(asNobody, path)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(postMortemPage(leo, "postmortems/../runbooks/api/emergencias")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("again after an edit goes on from what is published; the same text is nothing to publish", async ({ as }) => {
    const marta = await as("editor", "Marta");
    const { key, version, text } = await drafted(marta);
    const one = await publishPostMortem(marta, { key, version, ...first });
    const again = { key, adoptBlob: null, message: "Completa la causa", baseBlob: one.published?.blob ?? null };
    await expect(publishPostMortem(marta, { ...again, version })).rejects.toMatchObject({ code: "nothing_to_publish" });
    const edited = await savePostMortem(marta, { key, version, text: `${text}\nMás.\n` });
    await expect(publishPostMortem(marta, { ...again, version })).rejects.toMatchObject({ code: "stale_version" });
    const two = await publishPostMortem(marta, { ...again, version: edited.version });
    expect(two.published?.commit).not.toBe(one.published?.commit);
  });

  test("a text that somebody else committed is a conflict that holds both", async ({ as }) => {
    const marta = await as("editor", "Marta");
    const { key, version, text, path } = await drafted(marta);
    const { published } = await publishPostMortem(marta, { key, version, ...first });
    content.write(`${path}.mdx`, `${text}\nA mano.\n`);
    content.git("commit", "-qam", "A mano");
    const edited = await savePostMortem(marta, { key, version, text: text.replace("## Resumen", "## En corto") });
    const again = { key, version: edited.version, adoptBlob: null, message: "x", baseBlob: published?.blob ?? null };
    const error = (await publishPostMortem(marta, again).catch((caught: unknown) => caught)) as {
      code: string;
      details: Conflict;
    };
    expect(error.code).toBe("stale_base");
    expect(error.details.merged?.text).toContain("A mano.");
    expect(error.details.merged?.text).toContain("## En corto");
    expect(content.read(`${path}.mdx`)).toContain("A mano.");
  });

  test("what does not pass the gate, names another incident or holds a secret stays out", async ({ as }) => {
    const marta = await as("editor", "Marta");
    const { key, version, text } = await drafted(marta);
    const publish = async (edited: string, from: number) => {
      const saved = await savePostMortem(marta, { key, version: from, text: edited });
      return publishPostMortem(marta, { key, version: saved.version, ...first });
    };
    await expect(publish(`${text}\n{process.exit(1)}\n`, version)).rejects.toMatchObject({ code: "runbook_invalid" });
    await expect(publish(`${text}\n<Procedure id="p" title="P" />\n`, version + 1)).rejects.toMatchObject({
      code: "runbook_invalid",
    });
    await expect(publish(text.replace(`incident: ${key}`, "incident: INC-999"), version + 2)).rejects.toMatchObject({
      code: "post_mortem_of_another",
    });
    const token = ["ghp", "0123456789abcdefghijABCDEFGHIJ012345"].join("_");
    await expect(publish(`${text}\n${token}\n`, version + 3)).rejects.toMatchObject({ code: "secret_found" });
    expect(content.git("log", "--format=%s").trim()).toBe("first");
  });
});
