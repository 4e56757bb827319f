import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathAt, textAt, writeRepository } from "../../test/large-repository";
import { makePeople } from "../../test/portal-people";
import { spawnPortal, temporaryFolder, untilReady } from "../../test/portal-process";
import { type BenchPart, milliseconds, percentile, ratio } from "./world";

const sizes = { small: { runbooks: 25, commits: 50 }, large: { runbooks: 5_000, commits: 50_000 } };
const publications = 60;
/** Those that find caches cold. */
const warmUp = 8;

type Portal = { url: string; token: string; content: string; stop: () => Promise<unknown> };
type Times = Record<"publication" | "opening" | "history" | "bare commit", number[]>;

/**
 * One publication in a repository of 5,000 runbooks and 50,000 commits beside one in a small repository, in turns, so that
 * both meet the same machine; and beside the least that makes a commit: `git commit-tree` and `git update-ref`.
 */
export const publishing: BenchPart = async () => {
  const { dir, remove } = await temporaryFolder("bitacora-bench-publishing-");
  const portals: Record<string, Portal> = {};
  try {
    for (const [name, size] of Object.entries(sizes)) portals[name] = await portalOn(path.join(dir, name), size);
    const times = new Map<string, Times>();
    for (let n = 0; n < warmUp + publications; n += 1) {
      for (const [name, portal] of Object.entries(portals)) {
        const all = times.get(name) ?? { publication: [], opening: [], history: [], "bare commit": [] };
        times.set(name, all);
        const once = await publishOnce(portal, n);
        if (n >= warmUp) for (const [what, ms] of Object.entries(once)) all[what as keyof Times].push(ms);
      }
    }
    console.table(tableOf(times.get("small") as Times, times.get("large") as Times));
  } finally {
    await Promise.all(Object.values(portals).map((portal) => portal.stop()));
    await remove();
  }
};

function tableOf(small: Times, large: Times) {
  const row = (what: keyof Times) => {
    const [p50, p99] = [0.5, 0.99].map((share) => [small, large].map((times) => percentile(times[what], share)));
    const [smallP50 = 0, largeP50 = 0] = p50 ?? [];
    return {
      "small p50": milliseconds(smallP50),
      "large p50": milliseconds(largeP50),
      ratio: ratio(largeP50, smallP50),
      "small p99": milliseconds(p99?.[0] ?? 0),
      "large p99": milliseconds(p99?.[1] ?? 0),
    };
  };
  return Object.fromEntries((Object.keys(small) as (keyof Times)[]).map((what) => [what, row(what)]));
}

async function portalOn(dir: string, size: { runbooks: number; commits: number }): Promise<Portal> {
  const content = path.join(dir, "content");
  await writeRepository(content, size);
  const dataDir = path.join(dir, "data");
  const portal = await untilReady(await spawnPortal({ dataDir, env: { CONTENT_DIR: content } }));
  const { editor } = await makePeople(dataDir);
  await (await fetch(`${portal.url}/runbooks`)).text();
  return { url: portal.url, token: editor.token, content, stop: () => portal.stop() };
}

async function publishOnce({ url, token, content }: Portal, n: number): Promise<Record<keyof Times, number>> {
  const at = `${url}/api/v1/runbooks/${pathAt(n % 25)}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const opening = await timed(async () => (await expectOk(await fetch(at, { headers }))) as { blob: string });
  const body = { text: textAt(n % 25, 1_000_000 + n), baseBlob: opening.value.blob, message: "Cambio" };
  const put = { method: "PUT", headers, body: JSON.stringify(body) };
  const publication = await timed(async () => expectOk(await fetch(at, put)));
  const history = await timed(async () => expectOk(await fetch(`${at}/history?limit=50`, { headers })));
  const bare = await timed(async () => bareCommit(content));
  return { publication: publication.ms, opening: opening.ms, history: history.ms, "bare commit": bare.ms };
}

/** A commit of the tree that is there already, on a branch of its own. */
function bareCommit(cwd: string): void {
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "core.fsync=committed", ...args],
      {
        cwd,
        encoding: "utf8",
      },
    ).trim();
  git("update-ref", "refs/heads/bench", git("commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "bare"));
}

async function expectOk(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}
