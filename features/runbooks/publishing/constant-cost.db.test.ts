import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { test } from "@/test/database";
import { pathAt, textAt, writeRepository } from "@/test/large-repository";
import { publishRunbook } from "./commands";
import { editableSource, history } from "./queries";

const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
const { PATH } = process.env;
let repo: ContentRepository;
afterEach(() => {
  process.env.PATH = PATH;
  repo.remove();
});

type Cost = { commands: string[]; read: number; written: number; objects: number };

/** What git is asked for, and how much goes through it, while one runbook is opened, published, and its history looked at. */
async function costOf(ctx: Ctx, runbooks: number, commits: number): Promise<Cost> {
  repo = contentRepository("none");
  const content = path.join(repo.root, "grande");
  await writeRepository(content, { runbooks, commits });
  process.env.CONTENT_DIR = content;
  await publishOne(ctx, 1, 1_000_000); // reads the library once, as the start of a portal does
  const counted = path.join(repo.root, "counted");
  countGit(counted);
  const before = loose(content);
  await publishOne(ctx, 0, 1_000_001);
  process.env.PATH = PATH;
  const lines = (file: string) => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
  const cost = {
    commands: lines(path.join(counted, "commands")).toString().trim().split("\n").toSorted(),
    read: lines(path.join(counted, "out")).length,
    written: lines(path.join(counted, "in")).length,
    objects: loose(content) - before,
  };
  repo.remove();
  return cost;
}

async function publishOne(ctx: Ctx, n: number, revision: number): Promise<void> {
  const at = pathAt(n);
  const { blob } = await editableSource(ctx, at);
  await publishRunbook(ctx, {
    path: at,
    text: textAt(n, revision),
    baseBlob: blob,
    adoptBlob: null,
    message: "Cambio",
  });
  expect((await history(ctx, { path: at, limit: 1 })).versions[0]?.subject).toBe("Cambio");
}

/** A git before git that writes down what it is asked for and lets everything through. */
function countGit(folder: string): void {
  mkdirSync(folder);
  const wrapper = path.join(folder, "git");
  // The settings in front of a command are the same each time; ids in it are not.
  writeFileSync(
    wrapper,
    `#!/bin/bash
while [ "$1" = -c ]; do settings+=("$1" "$2"); shift 2; done
echo "$*" | sed -E 's/[0-9a-f]{40}/<id>/g' >> '${folder}/commands'
tee -a '${folder}/in' | '${real}' "\${settings[@]}" "$@" | tee -a '${folder}/out'
exit "\${PIPESTATUS[1]}"
`,
  );
  chmodSync(wrapper, 0o755);
  process.env.PATH = `${folder}:${PATH}`;
}

const loose = (cwd: string) =>
  Number(/^\d+/.exec(execFileSync(real, ["count-objects"], { cwd, encoding: "utf8" }))?.[0]);

test("a publication asks git for the same, however many runbooks and commits there are", { timeout: 120_000 }, async ({
  as,
}) => {
  const ctx = await as("editor");
  const small = await costOf(ctx, 25, 10);
  const long = await costOf(ctx, 25, 3_000);
  const large = await costOf(ctx, 1_000, 3_000);
  expect(small.commands.length).toBeGreaterThan(5);
  expect(long.commands).toEqual(small.commands);
  expect(large.commands).toEqual(small.commands);
  // A blob, the three folders on the way to it, and the commit.
  expect([small.objects, long.objects, large.objects]).toEqual([5, 5, 5]);
  // The deflated ids and dates differ by some bytes; nothing else may.
  expect(Math.abs(long.read - small.read)).toBeLessThan(100);
  expect(Math.abs(long.written - small.written)).toBeLessThan(100);
  // One line of the folder of the services for each of the 39 others, read and written once.
  expect(large.read - small.read).toBeLessThan(39 * 50);
  expect(large.written - small.written).toBeLessThan(39 * 50);
});
