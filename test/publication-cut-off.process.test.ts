import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { locate, type Repository } from "@/features/runbooks/git/adapter";
import type { FileChange } from "@/features/runbooks/git/commit-request";
import { repair } from "@/features/runbooks/git/repair/adapter";
import { commitFiles } from "@/features/runbooks/git/write/adapter";
import { type ContentRepository, contentRepository } from "./content-repository";

const kept = "runbooks/api/emergencias.mdx";
const gone = "runbooks/api/antiguo.mdx";
const made = "runbooks/nuevo/otro.mdx";
const realGit = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
let repo: ContentRepository;
afterEach(() => repo.remove());

function prepared(): FileChange[] {
  repo = contentRepository("own");
  repo.write(gone, "antiguo\n");
  repo.git("add", "-A");
  repo.git("commit", "-qm", "second");
  const base = (file: string) => repo.git("rev-parse", `HEAD:${file}`).trim();
  return [
    { file: kept, content: "nuevo texto\n", base: base(kept), adopted: null },
    { file: gone, content: null, base: base(gone), adopted: null },
    { file: made, content: "otro\n", base: null, adopted: null },
  ];
}

/** Commits in a process of its own. @param limits shell commands in front of it @param folder put in front of the PATH */
function commitApart(changes: FileChange[], { limits = "", folder = "" } = {}) {
  const PATH = `${folder}${folder && ":"}${process.env.PATH}`;
  const command = `${limits} exec "${process.execPath}" --import tsx test/torture/commit-once.ts`;
  const child = spawnSync("bash", ["-c", command], {
    input: JSON.stringify(changes),
    encoding: "utf8",
    env: { ...process.env, PATH },
  });
  return {
    signal: child.signal,
    result: child.stdout.trim() ? JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "") : null,
  };
}

/** A git that kills whoever called it, before or after it did what it was called for, or in the middle. */
function killingGit(command: string, moment: "before" | "after" | "during"): string {
  const folder = path.join(repo.root, ".git", "killing");
  mkdirSync(folder);
  const lock = command === "update-ref" ? "refs/heads/main.lock" : "index.lock";
  const deeds = {
    before: "kill -9 $PPID; exit 1",
    during: `: > '${repo.root}/.git/${lock}'; kill -9 $PPID; exit 1`,
    after: `'${realGit}' "$@"; kill -9 $PPID; exit 1`,
  };
  const script = `#!/bin/bash\ncase " $* " in *" ${command} "*) ${deeds[moment]};; *) exec '${realGit}' "$@";; esac\n`;
  writeFileSync(path.join(folder, "git"), script);
  chmodSync(path.join(folder, "git"), 0o755);
  return folder;
}

async function repository(): Promise<Repository> {
  const found = await locate();
  if (!found) throw new Error("no repository");
  return found;
}

/** All of it, or nothing; sound; and nothing left lying about. */
function expectWhole(all: boolean) {
  expect(repo.git("status", "--porcelain")).toBe("");
  repo.git("fsck", "--strict", "--no-dangling");
  expect([
    repo.read(kept) === "nuevo texto\n",
    !existsSync(path.join(repo.root, gone)),
    existsSync(path.join(repo.root, made)),
  ]).toEqual([all, all, all]);
  const files = readdirSync(repo.root, { recursive: true, encoding: "utf8" });
  expect(files.filter((name) => /\.(lock|tmp)$/.test(name))).toEqual([]);
}

const commands = ["cat-file", "unpack-objects", "update-ref", "ls-files", "update-index"];
const after = ["update-ref", "ls-files", "update-index"];

describe("a portal that is killed", () => {
  test.each(commands.flatMap((command) => (["before", "after"] as const).map((moment) => [moment, command] as const)))(
    "%s %s leaves all or nothing, once the next one has looked",
    async (moment, command) => {
      const changes = prepared();
      const { signal } = commitApart(changes, { folder: killingGit(command, moment) });
      expect(signal).toBe("SIGKILL");
      await repair(await repository());
      const all = after.includes(command) && !(command === "update-ref" && moment === "before");
      expectWhole(all);
      const request = { changes, message: "Otra vez", author: { name: "Ana", email: "" }, at: new Date() };
      expect(await commitFiles(request)).toMatchObject({ outcome: all ? "unchanged" : "committed" });
      expectWhole(true);
    },
  );

  test.each(["update-ref", "update-index"])(
    "during %s leaves a lock that goes by itself once it is old",
    async (command) => {
      const changes = prepared();
      commitApart(changes, { folder: killingGit(command, "during") });
      const lock = path.join(repo.root, ".git", command === "update-ref" ? "refs/heads/main.lock" : "index.lock");
      await repair(await repository());
      expect(existsSync(lock)).toBe(true);
      // As it is a minute later.
      const note = path.join(repo.root, ".git/bitacora-publish.json");
      writeFileSync(
        note,
        JSON.stringify(
          JSON.parse(readFileSync(note, "utf8")).map((one: { atMs: number }) => ({ ...one, atMs: one.atMs - 60_000 })),
        ),
      );
      utimesSync(lock, new Date(), new Date(Date.now() - 60_000));
      await repair(await repository());
      expect(existsSync(lock)).toBe(false);
      const request = { changes, message: "Otra vez", author: { name: "Ana", email: "" }, at: new Date() };
      await commitFiles(request);
      expectWhole(true);
    },
  );
});

describe("a disk that takes no more", () => {
  const large = "a".repeat(200_000);
  // What no compression makes smaller: the object itself does not fit.
  const noise = randomBytes(200_000).toString("base64");
  const limits = "ulimit -f 64;"; // files of 64 kB at most

  test("while the objects are written: nothing happened, and it is said", async () => {
    const changes = prepared();
    const { result } = commitApart(
      [...changes, { file: "runbooks/api/grande.txt", content: noise, base: null, adopted: null }],
      { limits },
    );
    expect(result).toMatchObject({ code: "repository_unavailable", details: { why: "the disk is full" } });
    await repair(await repository());
    expectWhole(false);
  });

  test("while the working tree follows: the commit stands, and the next one finishes it", async () => {
    const changes = prepared();
    const file = "runbooks/api/grande.txt";
    const { result } = commitApart([...changes, { file, content: large, base: null, adopted: null }], {
      limits,
    });
    expect(result).toMatchObject({ outcome: "committed", followed: false });
    expect(existsSync(path.join(repo.root, file))).toBe(false);
    await repair(await repository());
    expectWhole(true);
    expect(repo.read(file)).toHaveLength(200_000);
  });
});
