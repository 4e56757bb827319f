import { chmodSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRemote, contentRemote } from "@/test/content-remote";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { locate } from "../git/adapter";
import { noteFollowing } from "../git/follow/adapter";
import { repair } from "../git/repair/adapter";
import { publishRunbook } from "../publishing/commands";
import { editableSource } from "../publishing/queries";
import { syncContent } from "./commands";
import { rememberStatus } from "./queries";
import { noRemote } from "./status";

let repo: ContentRepository;
let remote: ContentRemote;
beforeEach(() => {
  rememberStatus(noRemote);
  repo = contentRepository("own");
  remote = contentRemote(repo.root);
});
afterEach(() => {
  repo.remove();
  remote.remove();
});

const file = "runbooks/api/emergencias.mdx";
const emergencies = "api/emergencias";
const text = (more: string) => runbook("Emergencias", "api", more);
const headOf = (of: { git: (...args: string[]) => string }, ref = "HEAD") => of.git("rev-parse", ref).trim();

async function publish(ctx: Ctx, more: string, path = emergencies) {
  const source = await editableSource(ctx, path).catch(() => null);
  const [service = "", name = ""] = path.split("/");
  const written = path === emergencies ? text(more) : runbook(name, service, more);
  return publishRunbook(ctx, {
    path,
    text: written,
    baseBlob: source?.blob ?? null,
    adoptBlob: null,
    message: `publica ${path}`,
  });
}

describe("one side at a time", () => {
  test("what is pushed elsewhere is here after the next look, with a clean tree", async ({ as }) => {
    const ctx = await as("editor");
    const other = remote.clone();
    other.push(file, text("De otra parte.\n"));
    other.push("runbooks/api/imagen.png", "\u0000PNG\u0001");
    expect(await syncContent(ctx)).toMatchObject({ state: "synced", byHand: [], failures: 0 });
    expect(repo.read(file)).toContain("De otra parte.");
    expect(repo.read("runbooks/api/imagen.png")).toBe("\u0000PNG\u0001");
    expect(headOf(repo)).toBe(headOf(remote, "main"));
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  test("what is deleted elsewhere goes, and an emptied folder with it", async ({ as }) => {
    const other = remote.clone();
    other.push("runbooks/pagos/cola.mdx", runbook("Cola", "pagos"));
    const ctx = await as("editor");
    await syncContent(ctx);
    other.git("rm", "-q", "runbooks/pagos/cola.mdx");
    other.git("commit", "-qm", "drop");
    other.git("push", "-q");
    await syncContent(ctx);
    expect(existsSync(path.join(repo.content, "runbooks/pagos"))).toBe(false);
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  test("what is published here is there when the publication is answered", async ({ as }) => {
    const ctx = await as("editor");
    await syncContent(ctx);
    const { commit } = await publish(ctx, "De aquí.\n");
    expect(headOf(remote, "main")).toBe(commit);
  });

  test("an empty remote is filled, and a folder without git comes to nothing", async ({ as }) => {
    const ctx = await as("editor");
    remote.git("update-ref", "-d", "refs/heads/main");
    expect((await syncContent(ctx)).state).toBe("synced");
    expect(headOf(remote, "main")).toBe(headOf(repo));
    process.env.CONTENT_DIR = path.join(repo.root, "..");
    expect((await syncContent(ctx)).state).toBe("none");
  });
});

describe("both sides at once", () => {
  test("different runbooks are merged beside the working tree and pushed", async ({ as }) => {
    const ctx = await as("editor");
    const other = remote.clone();
    other.push("runbooks/pagos/cola.mdx", runbook("Cola", "pagos"));
    repo.write("runbooks/api/nuevo.mdx", runbook("Nuevo"));
    repo.git("add", "-A");
    repo.git("commit", "-qm", "at a shell");
    expect((await syncContent(ctx)).state).toBe("synced");
    expect(headOf(remote, "main")).toBe(headOf(repo));
    expect(repo.git("log", "-1", "--format=%P").trim().split(" ")).toHaveLength(2);
    expect(repo.read("runbooks/pagos/cola.mdx")).toContain("Cola");
    expect(repo.git("status", "--porcelain")).toBe("");
    expect(repo.git("fsck", "--strict")).toBe("");
  });

  test("whoever publishes over what was pushed a moment ago sees the conflict, and keeps their text", async ({
    as,
  }) => {
    const ctx = await as("editor");
    await syncContent(ctx);
    const { blob } = await editableSource(ctx, emergencies);
    remote.clone().push(file, text("De otra parte.\n"));
    const mine = { path: emergencies, text: text("Lo mío.\n"), baseBlob: blob, adoptBlob: null, message: "Lo mío" };
    await expect(publishRunbook(ctx, mine)).rejects.toMatchObject({
      code: "stale_base",
      details: { theirs: { text: text("De otra parte.\n") } },
    });
    expect(repo.read(file)).toContain("De otra parte.");
  });

  test("the same lines are nobody's to decide but a person's: both sides stay, and it is said", async ({ as }) => {
    const ctx = await as("editor");
    remote.clone().push(file, text("De otra parte.\n"));
    repo.write(file, text("De aquí.\n"));
    repo.git("commit", "-qam", "at a shell");
    const [here, there] = [headOf(repo), headOf(remote, "main")];
    expect(await syncContent(ctx)).toMatchObject({ state: "diverged", conflicts: [file] });
    expect([headOf(repo), headOf(remote, "main")]).toEqual([here, there]);
    expect(repo.read(file)).toContain("De aquí.");
    repo.git("fetch", "-q", remote.url, "main");
    repo.git("merge", "-q", "-X", "ours", "--no-edit", "FETCH_HEAD");
    expect((await syncContent(ctx)).state).toBe("synced");
    expect(remote.git("merge-base", "--is-ancestor", there, "main")).toBe("");
  });

  test("what was changed by hand here stays, is named, and can still be adopted", async ({ as }) => {
    const ctx = await as("editor");
    remote.clone().push(file, text("De otra parte.\n"));
    repo.write(file, text("A mano.\n"));
    expect(await syncContent(ctx)).toMatchObject({ state: "synced", byHand: [file] });
    expect(repo.read(file)).toContain("A mano.");
    expect((await editableSource(ctx, emergencies)).text).toContain("De otra parte.");
    expect(repo.git("status", "--porcelain")).toBe(` M ${file}\n`);
  });

  test("clones that publish and push all the time lose nothing", { timeout: 60_000 }, async ({ as }) => {
    const ctx = await as("editor");
    await syncContent(ctx);
    const other = remote.clone();
    for (let n = 0; n < 6; n += 1) {
      other.push(`runbooks/otros/r${n}.mdx`, runbook(`r${n}`, "otros"));
      await publish(ctx, `Vuelta ${n}.\n`, n % 2 === 0 ? emergencies : `api/nuevo-${n}`);
    }
    await syncContent(ctx);
    const files = remote.git("ls-tree", "-r", "--name-only", "main").trim().split("\n");
    for (let n = 0; n < 6; n += 1) expect(files).toContain(`runbooks/otros/r${n}.mdx`);
    for (const n of [1, 3, 5]) expect(files).toContain(`runbooks/api/nuevo-${n}.mdx`);
    expect(remote.git("log", "--format=%s", "main").match(/publica/g)).toHaveLength(6);
    expect(remote.git("show", `main:${file}`)).toContain("Vuelta 4.");
    expect(remote.git("fsck", "--strict")).toBe("");
  });
});

describe("a remote that is away", () => {
  test("stops nobody: what is published waits, is counted, and goes when it is back", async ({ as }) => {
    const ctx = await as("editor");
    await syncContent(ctx);
    renameSync(remote.url, `${remote.url}-away`);
    const { commit } = await publish(ctx, "Sin red.\n");
    expect(await syncContent(ctx)).toMatchObject({ state: "waiting", why: expect.stringContaining("not appear") });
    expect((await syncContent(ctx)).failures).toBeGreaterThan(1);
    renameSync(`${remote.url}-away`, remote.url);
    expect(await syncContent(ctx)).toMatchObject({ state: "synced", failures: 0, why: null });
    expect(headOf(remote, "main")).toBe(commit);
  });

  test("that refuses a push says why", async ({ as }) => {
    const ctx = await as("editor");
    await syncContent(ctx);
    const hook = path.join(remote.url, "hooks/pre-receive");
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\necho protected branch >&2\nexit 1\n");
    chmodSync(hook, 0o755);
    await publish(ctx, "No entra.\n");
    expect(await syncContent(ctx)).toMatchObject({ state: "waiting", why: expect.stringMatching(/declined/) });
  });

  test("never shows the credentials of its address", async ({ as }) => {
    process.env.CONTENT_REMOTE = "https://ana:hunter2@127.0.0.1:1/content.git";
    const status = await syncContent(await as("editor"));
    expect(status.state).toBe("waiting");
    expect(JSON.stringify(status)).not.toMatch(/hunter2|ana:/);
  });
});

describe("hostile and half-done", () => {
  test("a link that somebody pushed is not made, and leads nothing outside", async ({ as }) => {
    const other = remote.clone();
    symlinkSync("/etc", path.join(other.root, "runbooks/etc"));
    other.push("runbooks/api/otro.mdx", runbook("Otro"));
    expect((await syncContent(await as("editor"))).state).toBe("synced");
    expect(existsSync(path.join(repo.content, "runbooks/etc"))).toBe(false);
    expect(repo.read("runbooks/api/otro.mdx")).toContain("Otro");
  });

  test("a process that died after HEAD moved is finished by the next one", async () => {
    const other = remote.clone();
    other.push(file, text("De otra parte.\n"));
    const repository = await locate();
    if (!repository) throw new Error("no repository");
    const before = headOf(repo);
    repo.git("fetch", "-q", remote.url, "main:refs/bitacora/remote");
    const after = headOf(repo, "refs/bitacora/remote");
    await noteFollowing(repository, before, after);
    repo.git("update-ref", "HEAD", after);
    expect(await repair(repository)).not.toEqual([]);
    expect(repo.read(file)).toContain("De otra parte.");
    expect(repo.git("status", "--porcelain")).toBe("");
    expect(await repair(repository)).toEqual([]);
  });

  test("is for editors", async ({ as }) => {
    await expect(syncContent(await as("responder"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
