import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import { makePeopleOn } from "./portal-people";
import { contentCopy, freePort, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";
import { type Ledger, newLedger, publishWhile, tortured } from "./torture/publisher";

/** How long it lasts, in milliseconds; `TORTURE_SECONDS` makes it longer. A slow machine goes on until enough was done. */
const lastsMs = Number(process.env.TORTURE_SECONDS ?? 45) * 1_000;
const atMostMs = 300_000;
const enough = { acknowledged: 64, kills: 8 };
const publishers = 32;
const portals = 4;
const paths = ["a", "b", "c", "d", "e", "f"].map((name) => `tortura/${name}`);

test("of 32 at once through four portals that are killed, everything acknowledged is in a linear, sound history", {
  timeout: lastsMs + atMostMs + 300_000,
}, async () => {
  const { dir, remove } = await temporaryFolder("bitacora-publishing-");
  onTestFinished(remove);
  const content = await contentWith(dir);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: content, encoding: "utf8", maxBuffer: 1e9 });
  const began = Number(git("rev-list", "--count", "HEAD"));
  const database = await startEmbedded({ dir: path.join(dir, "postgres"), unsafe: true, maxConnections: 300 });
  onTestFinished(() => database.stop());
  const env = { DATABASE_URL: database.url, CONTENT_DIR: content, NEXTAUTH_SECRET: "of the torture test" };
  const all: Awaited<ReturnType<typeof portalOn>>[] = [];
  for (let n = 0; n < portals; n += 1) all.push(await portalOn(path.join(dir, `data-${n}`), env));
  const { editor } = await makePeopleOn(database.url);

  const target = { urls: () => all.map(({ url }) => url), token: editor.token, paths };
  const ledgers = Array.from({ length: publishers }, newLedger);
  const done = { kills: 0 };
  const started = Date.now();
  const isEnough = () =>
    done.kills >= enough.kills && ledgers.flatMap((ledger) => ledger.acknowledged).length >= enough.acknowledged;
  const going = () => Date.now() - started < (isEnough() ? lastsMs : lastsMs + atMostMs);
  await Promise.all([
    killWhile(going, all, done),
    ...ledgers.map((ledger, n) => publishWhile(going, target, `editora ${n}`, ledger)),
  ]);
  await Promise.all(all.map(({ ready }) => ready()));
  const acknowledged = ledgers.flatMap((ledger) => ledger.acknowledged);
  const sum = (count: keyof Omit<Ledger, "acknowledged">) => ledgers.reduce((total, one) => total + one[count], 0);
  const counts = { merged: sum("merged"), conflicts: sum("conflicts"), unanswered: sum("unanswered") };
  const commits = git("rev-list", "HEAD").trim().split("\n");
  console.log(
    JSON.stringify({
      ...done,
      acknowledged: acknowledged.length,
      commits: commits.length - began,
      ...counts,
      found: sum("found"),
    }),
  );

  // Linear, and sound.
  expect(git("rev-list", "--min-parents=2", "--count", "HEAD").trim()).toBe("0");
  expect(git("rev-list", "--max-parents=0", "--count", "HEAD").trim()).toBe("1");
  git("fsck", "--strict", "--no-dangling");
  // Each acknowledged publication is in it, with its very text.
  const history = new Set(commits);
  for (const { commit, blob, path: at, line } of acknowledged) {
    expect(history.has(commit), line).toBe(true);
    expect(git("rev-parse", `${commit}:runbooks/${at}.mdx`).trim(), line).toBe(blob);
  }
  // No text was lost: nobody took a line away, so each is there, once.
  const last = new Map(paths.map((at) => [at, git("show", `HEAD:runbooks/${at}.mdx`).split("\n")]));
  for (const { path: at, line } of acknowledged) {
    expect(
      last.get(at)?.filter((one) => one === line),
      line,
    ).toEqual([line]);
  }
  // The working tree is what HEAD holds, and nothing is left lying about.
  await expect.poll(() => git("status", "--porcelain"), { timeout: 15_000 }).toBe("");
  const files = readdirSync(content, { recursive: true, encoding: "utf8" });
  expect(files.filter((name) => /\.(lock|tmp)$|\/bitacora-/.test(name))).toEqual([]);
  for (const [at, lines] of last) {
    expect(readFileSync(path.join(content, `runbooks/${at}.mdx`), "utf8").split("\n")).toEqual(lines);
  }
  expect(isEnough()).toBe(true);
});

async function contentWith(dir: string): Promise<string> {
  const content = await contentCopy(dir);
  mkdirSync(path.join(content, "runbooks/tortura"));
  for (const at of paths) writeFileSync(path.join(content, `runbooks/${at}.mdx`), tortured(`Tortura ${at}`));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Hand", "-c", "user.email=hand@example.org", ...args], { cwd: content });
  git("add", "--all");
  git("commit", "--quiet", "--message", "Runbooks of the torture test");
  return content;
}

/** A portal that can be killed; it comes back at the same address. */
async function portalOn(dataDir: string, env: Record<string, string>) {
  const port = await freePort();
  let portal: PortalProcess = await untilReady(await spawnPortal({ dataDir, port, env }));
  onTestFinished(() => portal.kill());
  return {
    url: portal.url,
    ready: () => untilReady(portal),
    async crash() {
      await portal.kill();
      portal = await spawnPortal({ dataDir, port, env });
      await untilReady(portal);
    },
  };
}

/** Kills one portal after the other, at a moment nobody chose. */
async function killWhile(going: () => boolean, all: { crash: () => Promise<void> }[], done: { kills: number }) {
  while (going()) {
    await sleep(300 + randomInt(1_500));
    await all[randomInt(all.length)]?.crash();
    done.kills += 1;
  }
}
